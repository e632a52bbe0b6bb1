# Overview
revenue = Revenue
seats = Seats
met = Met
any-of = Any one of these is enough
at-risk = At risk
way-to-gold = The way to Gold
next = Next
next-revenue = { $money } more revenue
next-any = Any one of these is a step nearer
next-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
clause-and = , and{" "}
chart-title = Trailing { $months } months
chart-products = { $products }: revenue that counts, by day; dashed: no new sales
chart-what = revenue that counts, by day; dashed: no new sales
chart-today = today
chart-falls-short = { $day }: below { $level }
chart-summary = Chart of the trailing { $months } months: { $money } on { $day }
count-sales = { $count ->
    [one] sale counts
   *[other] sales count
}
count-left-out = { $count ->
    [one] doesn’t
   *[other] don’t
}
count-people = { $count ->
    [one] person,
   *[other] people,
}
count-credentials = { $count ->
    [one] credential
   *[other] credentials
}
count-findings = { $count ->
    [one] finding to look at
   *[other] findings to look at
}
next-fewer = Show fewer
chart-summary-level = { $level } asks for { $money }
chart-summary-run-off = With no new sales { $money } on { $day }
chart-came-in = { $money } came in
chart-went-out = { $money } left the window
chart-no-new-sales = with no new sales
chart-no-sales = no sales read yet: import a revenue export
chart-none-count = no sale counts; the Revenue page says why
instead-of = instead of “{ $verdict }”
