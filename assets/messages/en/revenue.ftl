# Revenue
search-sales = Search { $count } sales…
no-sales = No sales yet. Import a revenue export to see what counts.
no-sales-found = No sales found. Try another word or show all sales.
filter-show = Show
filter-all = All sales
filter-counting = Those that count
filter-left-out = Those that don’t
column-date = Date
column-customer = Customer
column-product = Product
column-amount = Amount
column-counts = Counts
column-from = From
refund = refund
total-count = { $count ->
    [one] counts
   *[other] count
}
total-left-out = { $count ->
    [one] doesn’t
   *[other] don’t
}
association-unknown = { $count ->
    [one] 1 sale is not shown to be associated.
   *[other] { $number } sales are not shown to be associated.
}
associated-assumed = Sales without a word on it count as associated.
command-ask-sale = Assume a sale…
    .tooltip = See what changes if something were sold
command-ask-rates = Exchange rates…
    .tooltip = Count sales in other currencies
command-assume-sale = Assume it
command-set-rates = Use these rates
command-only-sales = Show these sales
command-all-sales = Show the sales of all again
command-select-sale = Show this sale
command-associated-customer = This customer is associated
    .tooltip = Count this customer’s sales where no file has a word on the association
command-associated-file = These customers are associated
    .tooltip = Count the sales of this file, which has no word on the association
sales-by-row = By row
sales-by-customer = By customer
sales-by-month = By month
column-month = Month
column-sales = Sales
column-counting = Count
column-counted = Counted
column-left-out = Left out
no-customer = No customer given
assumed-sale = Assumed sale
days-too-old = { $days ->
    [one] one day too old
   *[other] { $days } days too old
}
days-too-late = { $days ->
    [one] one day after the day
   *[other] { $days } days after the day
}
associated-of = Those of { $file } ({ $count })
associated-of-all = Those of all files
associated-none = All
association-empty = none given
association-not-told = the file has no word on it
sale-converted = Converted
sale-sku = Product code
sale-association = Association
sale-is-renewal = Renewal
sale-is-repeated = Repeats another row
sale-yes = yes
sale-file = File
sale-sheet = Sheet
sale-row = Row
rates-title = Exchange rates
rates-what = What one unit is worth in { $currency }. Sales in a currency without a rate don’t count.
rates-none = All sales are in { $currency }. No rate is needed.
rate-of = Rate of { $currency }
rate-bad = Write a number above zero, such as 1.0923
assume-sale = Assume a sale
assume-sale-what = A new sale of a product that counts, to a customer who is associated.
assume-sale-day = Day
assume-sale-day-bad = Write the day as 2017-06-27
assume-sale-amount-bad = Write an amount other than zero, such as 15,000.00
assume-sale-currency = Currency
assume-sale-currency-bad = Write the three letters of the currency, such as USD
