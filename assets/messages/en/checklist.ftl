# Checklist
from-to = { $from } to { $to }
reached = reached
money-missing = { $money } missing
filled = filled
held = Held
missing = Missing
passed-on = passed { $day }
passed-undated = passed, day not known
tried-on = tried { $day }
expires-on = valid until { $day }
mcp-id = MCP { $id }
role-asks = { $seats ->
    [one] 1 seat · { $exams }
   *[other] { $seats } seats · { $exams } each
}

why = Why
all-seats-filled = All seats are filled.
could-be-lost = What could be lost
essential = essential
pinned = pinned
stand-ins = { $who } could take this seat at no extra exam.
takes-seat = Takes a seat as { $role }
takes-no-seat = Takes no seat here
is-kept-out = Is kept out of the roster
choose-a-person = Click a name to see who else could take the seat, to pin or to keep out.
kept-out = Kept out
assume-who-passed = Assume that { $who } has passed
no-fewer = nobody can do it with fewer
what-if = What if
with-assumed = With { $what }
show-each = Show each
forget-assumed = Undo: { $what }
verdict-change = { $level }: { $before } → { $after }
verdict-same = No verdict changes.
to-go-as = As { $role }: { $exams ->
    [0] qualifies
    [one] 1 exam to go
   *[other] { $exams } exams to go
}
stand-ins-none = Nobody else could take this seat without passing an exam.
is-essential = Without this person, more exams would be missing.
why-of = { $roles }: { $why }
command-copy-checklist = Copy as text
    .tooltip = Put this checklist on the clipboard, to paste into a mail
command-assume-left = What if this person leaves?
    .tooltip = Shows the verdicts without this person; nothing that was read changes
notice-copied = The checklist is on the clipboard. Paste it wherever you like.
pin-as = Pin as { $role }
seats-alike = { $seats } seats
each-of-them = each: { $who }
