# Words that the window, the summary and the text share.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
long-date = { $day } { $month } { $year }

level-silver = Silver
level-gold = Gold
market-developed = Developed
market-developing = Developing
window-rolling = Rolling twelve months
window-full-months = Full months

# Verdicts
ready = Ready
ready-until = Ready until { $day }
exams-away = { $exams ->
    [one] 1 exam away
   *[other] { $exams } exams away
}
money-away = { $money } away
exams-and-money-away = { $exams ->
    [one] 1 exam and { $money } away
   *[other] { $exams } exams and { $money } away
}
not-known-away = No threshold for this market
exams-away-no-threshold = { $exams ->
    [one] 1 exam away; no revenue threshold for this market
   *[other] { $exams } exams away; no revenue threshold for this market
}
not-met = Not met

# A clause that is still missing
one-of = one of { $exams }
bundle-and = { $first } and { $second }
either = { $first } or { $last }
bundle-and-before-i = { $first } and { $second }
exams-count = { $exams ->
    [one] 1 exam
   *[other] { $exams } exams
}
somebody = Somebody
anyone-of = anyone of { $people } people
new-person = a new person
seats-filled = { $filled } of { $seats } filled
amount-of = { $counted } of { $threshold }

# Why a sale doesn't count
sale-future = After the day asked for
sale-outside-window = Outside the window
sale-duplicate = Duplicate
sale-out-of-scope = Other product
sale-not-associated = Not associated
sale-association-unknown = Not shown to be associated
sale-renewal = Renewal
sale-no-rate = No exchange rate

# Why a credential doesn't count
credential-future = Passed after the day asked for
credential-failed = Not passed
credential-expired = Expired
credential-no-longer-accepted = No longer accepted
credential-not-in-rulebook = Not asked for by these rules
credential-duplicate = Passed more than once

# A file can't be written
write-no-folder = { $file } can't be written: there is no such folder. Choose another.
write-denied = { $file } can't be written: the system does not allow it. Close it in other programs, or choose another folder.
write-full = { $file } can't be written: the disk is full. Make room, or choose another disk.
write-folder = { $file } is a folder. Choose a file name.
write-failed = { $file } can't be written ({ $detail }). Choose another folder.

# Why it can't be done with fewer exams
why-shortage = Nobody can do it with fewer: { $roles } { $count ->
    [one] has
   *[other] have
} { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}, and { $people ->
    [0] nobody qualifies
    [one] only 1 person qualifies
   *[other] only { $people } people qualify
}. That is { $exams ->
    [one] 1 exam
   *[other] { $exams } exams
} at least.
why-nothing-held = Nobody can do it with fewer: the seats ask for { $asked ->
    [one] 1 exam
   *[other] { $asked } exams
}, and nobody holds one that saves any.
why-prices = Nobody can do it with fewer: the seats ask for { $asked } exams, and those of { $who } save { $saved ->
    [one] 1
   *[other] { $saved }
} at most. That leaves { $exams }.
why-wishes = { $exams ->
    [one] 1 more is
   *[other] { $exams } more are
} missing because people are pinned or kept out.
why-wishes-alone = { $exams ->
    [one] 1 exam is
   *[other] { $exams } exams are
} missing only because people are pinned or kept out.

# What puts a level at risk
risk-revenue = With no new sales the revenue falls below { $money } on { $day }
risk-roster = If nobody renews or passes anything, exams are missing from { $day }
risk-departures = If { $people } people leave, the seats can’t be filled: { $who }, for example
risk-only = { $people ->
    [one] { $who } is the only { $role }
   *[other] Nobody but { $who } qualifies as { $role }
}
risk-essential = { $people ->
    [one] Without { $who }, more exams would be missing
   *[other] Without any one of these, more exams would be missing: { $who }
}
others = { $count ->
    [one] 1 other
   *[other] { $count } others
}

# What to do next, and what to keep up
next-step = { $who }: { $exams } ({ $levels })
path = { $silver ->
    [one] 1 exam leads
   *[other] { $silver } exams lead
} to Silver on the way to Gold ({ $who }). Silver alone takes { $plain }, but then Gold costs { $wasted ->
    [one] 1 exam
   *[other] { $wasted } exams
} more.
renew = { $who } has to renew { $exam } by { $day }
renew-impossible = Renewals alone won’t keep the seats filled: exams stop being accepted
sell-to-stay = Keeping the revenue high enough takes new sales of { $first } by { $by }, and of { $last } in all by { $until }
sell-to-stay-once = Keeping the revenue high enough takes new sales of { $first } by { $by }
at-most = { $verdict }, at most

# What is assumed
assumed = assumed
assumed-pass = { $who } has passed { $exam }
assumed-left = { $who } has left
assumed-sold = { $money } sold on { $day }
assumed-passes = { $count ->
    [one] 1 assumed pass
   *[other] { $count } assumed passes
}
assumed-leavers = { $count ->
    [one] 1 assumed departure
   *[other] { $count } assumed departures
}
assumed-sales = { $count ->
    [one] 1 assumed sale
   *[other] { $count } assumed sales
}
