# People
search-people = Search { $count } people…
no-people = No people yet. Import a certification export to see who holds what.
nobody-found = Nobody found. Try another name, e-mail or MCP ID.
column-edge = Width of { $column }
column-name = Name
column-takes = Takes
column-to-go = Exams to go
exams-to-go = Exams to go as { $role }
holds-exam = Holds { $exam }
mark-future = later
mark-failed = failed
mark-expired = expired
mark-no-longer-accepted = too old
credentials = Credentials
counts = Counts
does-not-count = Doesn’t count
command-ask-pass = Assume a pass…
    .tooltip = See what changes if somebody had passed an exam
command-filter-people = Show only some people
command-copy = Copy
command-fill = Fill in
exams-rulebook = Exams of the rules
exams-held = All exams that anyone holds
exams-of = Exams of { $competency }
exams-shown = Exams shown
filter-button = Filter
filter-everyone = Everyone
filter-qualifies = Qualifies as { $role }
filter-holds-nothing = Holds nothing that counts
filter-expires-soon = Expires within 90 days
assume-pass = Assume a pass
assume-pass-what = Choose who, and which exam. It looks assumed everywhere, and can be undone.
assume-who = Name, e-mail or MCP ID
assume-exam = Exam
assume-choose-exam = Choose an exam

# People and exams that the files leave open
command-join = They are one
    .tooltip = Count what both have passed as one person’s
command-part = They are two
    .tooltip = Don’t ask about these two again
command-take-back = Take back
command-read-exam = Read as { $exam }
likely-one = { $count ->
    [one] These may be one person
   *[other] These may be one person, { $count } pairs
}
likeness-contradicted = but each has an MCP ID or an office e-mail of their own
joined = Joined by you
joined-pair = { $a } and { $b } are one
parted-pair = { $a } and { $b } are two
exam-read-as = “{ $written }” is read as { $exam }
join-with = The same person as…
join-can-be-undone = Can be taken back here at any time
search-other = Search by name, e-mail or MCP ID
corrections = What you said
to-the-people = See who
did-import = Imported { $about }
did-remove = Removed { $about }
did-people = Now one person: { $about }
did-exam = Exam read as you said: { $about }
# A person’s panel
written-as = Written in the files as
roles-to-take = Roles and exams to go
qualifies = Qualifies
to-go-count = { $exams ->
    [one] 1 exam to go
   *[other] { $exams } exams to go
}
takes-seat-in = Takes a seat as { $role } in { $levels }
without-them-lost = Without this person { $level } is lost.
without-them-more = Without this person more exams are missing for { $level }.
choose-seat = Seat
seat-that-suits = whichever suits
seat-none = none
command-not-assume-left = Bring back
