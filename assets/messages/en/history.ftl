# History
page-history = History
history-what = A result is kept each day you save and something has changed. Compare any two to see why a level moved.
history-changes = What changed
history-results = Results
history-none = No result is kept yet. Save your workspace, or keep today’s result.
history-now = Now
history-from = From
history-to = to
history-as-of = as of { $day }
command-keep-result = Keep today’s result
    .tooltip = In place of another of the same day
command-remove-result = Remove this result
history-no-level-moved = No level is nearer or farther.
history-reached = Reached. It was: { $before }.
history-lost = Lost: { $after }.
history-moved = { $before } → { $after }
history-still = Still: { $after }
history-no-such-level = not in the rules
history-no-requirement = not asked
history-seats-filled = all seats filled
history-exams-missing = { $exams ->
    [one] 1 exam missing
   *[other] { $exams } exams missing
}
history-requirement = { $before } → { $after }
history-because = { $moved }, because of { $causes }
cause-edition = other rules
cause-settings = other settings
cause-new-credentials = new passes
cause-new-people = new people
cause-lost-credentials = passes that count no more
cause-people-gone = people who are gone
cause-sales-in = sales of new days
cause-sales-out = sales now too old to count
cause-sales-within = changed exports
history-settings = Rules and settings
history-new-credentials = New passes
history-lost-credentials = Passes that count no more
history-new-people = New people
history-people-gone = People who are gone
history-sales-in = Sales of new days
history-sales-out = Sales now too old to count
history-sales-within = Sales of the same days, where exports changed
history-lost-person = the exports don’t have this person any more
history-lost-ended = counted until { $day }
history-lost-not-there = the exports don’t have it any more
history-lost-edition = the other rules don’t ask for it
history-edition = { $before } → { $after }
history-set-as-of = As of { $before } → { $after }
history-set-market = Market { $before } → { $after }
history-set-window = Sales count within { $before } → { $after }
history-set-associated = Customers without a word on it count as associated
history-set-not-associated = Customers without a word on it don’t count as associated any more
history-set-rates = Other exchange rates
history-set-pins = Others are pinned to seats
history-set-kept-out = Others are kept out of seats
history-sales = { $count ->
    [one] 1 sale
   *[other] { $number } sales
}, { $money } ({ $months })
history-more = and { $count } more
