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
write-full = { $file } can't be written: the disk is full.
write-folder = { $file } is a folder. Choose a file name.
write-failed = { $file } can't be written ({ $detail }). Choose another folder.
