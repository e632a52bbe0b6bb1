# Rules
in-force-from = in force from { $day }
exams = Exams
accepted-until = accepted until { $day }
rule-net-new = At least { $money } of net new revenue within { $months } months
rule-revenue = At least { $money } of revenue within { $months } months
rule-developed = in developed markets
rule-developing = in developing markets
rule-no-threshold = No revenue threshold
rule-products = Products: { $products }
rule-associations = Associated with the customer as { $associations }
rule-role = { $seats ->
    [one] 1 person as { $role }
   *[other] { $seats } people as { $role }
}
rule-qualify = { $count ->
    [0] nobody qualifies
    [one] 1 qualifies
   *[other] { $number } qualify
}
rule-same-people = The same people may count again in each of these groups.
count-holders = { $count ->
    [one] 1 person
   *[other] { $number } people
}
people-more = { $count ->
    [one] and 1 more
   *[other] and { $number } more
}
nobody-yet = nobody yet
passed-but-not-counting = { $count ->
    [one] 1 person passed it, but that pass doesn’t count
   *[other] { $number } people passed it, but those passes don’t count
}
retired-since = retired: was accepted until { $day }
edition-not-yet = Not yet in force on the day that is evaluated
rules-source = Source: { $source }
rules-of-yours = rules from a file of yours
open-other-rules = Open another…
edition-of-the-day = The edition in force on the day
rules-file-hint = A rulebook as a JSON file
dialog-open-rulebook = Open a rulebook
dialog-rulebooks = Rulebooks
command-open-rulebook = Open a rulebook file…
    .tooltip = Evaluate by rules of your own, from a JSON file
command-copy-faults = Copy
rulebook-refused = { $count ->
    [one] { $file } is not used: there is 1 fault in it
   *[other] { $file } is not used: there are { $count } faults in it
}
rulebook-unreadable = { $file } can’t be read ({ $detail }). Is it still there, and may you open it?
rulebook-too-large = { $file } is far larger than any rulebook. Choose another file.
rulebook-stays = The rules stay as they were. Mend the file and open it again.
fault-at-the-top = the file as a whole
rule-different-people = Each seat needs a different person.
