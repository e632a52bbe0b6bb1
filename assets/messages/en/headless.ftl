# What the program says without a window.

# The result as text
text-about = edition { $edition } · { $market ->
    [developing] developing market
   *[other] developed market
} · as of { $date }
text-any-of = Any one of these
text-revenue = Revenue: { $amount }, { $sales ->
    [one] 1 sale
   *[other] { $sales } sales
} from { $from } to { $to }
text-seats = { $role }, { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
}
text-sales = { $counted ->
    [one] 1 sale counts
   *[other] { $counted } sales count
}, { $left ->
    [0] none is left out
    [one] 1 does not
   *[other] { $left } do not
}
text-next = Next, any one of these
text-findings = To look at
text-files = Files
text-file = { $file }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} read, { $taken } taken, { $left } left out

# Failures
failed-rulebook-unknown = There is no built-in rulebook { $name }, and no file of that name. These are built in: { $known }
failed-for-a-window = WORKSPACE.touchstone, --sample and --renderer open the window: leave them out before a sub-command.
failed-rulebook-unreadable = The rulebook { $name } can't be read ({ $detail }).
failed-rulebook-faulty = The rulebook { $name } has faults:
failed-no-display = No window can be opened here ({ $detail }). This is the sample's readiness as text.
failed-window = No window can be opened here ({ $detail }). Without a display, use: touchstone evaluate FILE…
failed-renderer = This build of Touchstone has no renderer { $name }. It has: { $known }
failed-pdf = The summary can't be made ({ $detail }).
failed-print-no-system = This computer has no print system that Touchstone knows (CUPS). Write the summary with --pdf, and print that file.
failed-print-refused = The print system says “{ $words }”. lpstat -e names the printers; or write the summary with --pdf, and print that file.
failed-workbook = The workbook can't be made ({ $detail }).
sample-written = { $file } written

# The rulebook as text
rulebook-edition = { $id }, edition { $edition }, in force from { $date }
rulebook-source = Source
rulebook-market-threshold = { $market ->
    [developing] Developing markets
   *[other] Developed markets
}: { $money }
rulebook-revenue = { $net-new ->
    [yes] Net new revenue in the last { $months } months, at least
   *[no] Revenue in the last { $months } months, at least
}
rulebook-products = of { $products }
rulebook-associations = with customers where the partner is { $associations }
rulebook-seats = { $seats ->
    [one] 1 person: { $role }
   *[other] { $seats } people: { $role }
}
rulebook-people-again = and, the same people or different ones,
rulebook-clause = one of
rulebook-clause-only = this exam
rulebook-accepted-until = accepted until { $date }

# Faults in a rulebook file
fault-not-json = This is not JSON: { $value }
fault-wrong-schema = The schema number must be 1, not { $value }.
fault-missing = “{ $value }” is missing.
fault-unknown-name = “{ $value }” means nothing here. Check its spelling.
fault-twice = “{ $value }” stands here twice.
fault-wrong-kind = This is another kind of value than belongs here: { $value }
fault-not-a-date = “{ $value }” is not a date such as 2017-06-27.
fault-not-an-amount = “{ $value }” is not an amount with its currency, such as 100000 USD.
fault-not-a-count = { $value } is not a whole number from 1 to 1200.
fault-empty-list = At least one entry is needed here.
fault-unknown-exam = The exam “{ $value }” is not among the exams.
fault-unknown-product = The product “{ $value }” is not among the products.
fault-unknown-association = The association “{ $value }” is not among the associations.
fault-unknown-level = “{ $value }” is not a level. There are silver and gold.
fault-unknown-requirement = “{ $value }” is not a kind of requirement. There are revenue, roster and any-of.
fault-unknown-market = “{ $value }” is not a market. There are developed and developing.
fault-too-many-exams = { $value } exams are too many; 128 is the most.
fault-too-many-ways = This role can be filled in { $value } ways; 4096 is the most.
fault-too-many-seats = { $value } seats are too many; 200 is the most.

# Help on the command line
help-touchstone = Tells a partner company from its own spreadsheets whether it has reached Silver or Gold, and what is missing. Without a command, the window opens.
help-evaluate = Evaluate exports without a window
help-rulebooks = List the built-in rulebooks
help-rulebook = Print a rulebook; check it when it is a file
help-sample = Write the sample exports into a folder
help-option-workspace = The workspace that the window opens
help-option-sample = Open the window on the sample company
help-option-renderer = What paints the window [default: the first that can start]
help-option-lang = Language of everything that is said [default: the system’s]
help-option-files = Exports: xlsx, xlsm, xlsb, xls, ods, csv, tsv or txt; or one workspace
help-option-rulebook = Which rules [default: cloud-crm, the edition in force on the day]
help-option-market = Which threshold [default: developed]
help-option-as-of = The day to evaluate for [default: today]
help-option-window = How the trailing twelve months are cut [default: rolling]
help-option-assume-associated = Count sales from files without an association column as associated
help-option-rate = US dollars for one unit of a currency; may repeat
help-option-require = End with status 3 when that level is not met
help-option-format = How to print the result: text or json
help-option-pdf = Also write the readiness summary there
help-option-paper = The paper of the summary: a4 or letter
help-option-print = Also print the readiness summary on that printer of CUPS, as lpstat -e names it
help-option-parts = Print only these parts: verdicts, revenue, checklist, next, risks, assumed, proof, sources, findings
help-option-page-of = Print this person’s page in place of the summary
help-option-xlsx = Also write the result as an Excel workbook there
help-option-csv = Also write its tables as CSV files into that folder
help-option-csv-style = How these part fields: comma, with decimal points, or semicolon, with decimal commas [default: comma; semicolon in Spanish]
help-option-ics = Also write the days to remember as a calendar file there
help-option-name = A built-in rulebook, or a rulebook file
help-option-folder = The folder, made where it is not there
fault-too-many-roles = { $value } roles are too many; 16 is the most.

# What if, on the command line
failed-unknown-person = Nobody, or more than one person, is called { $name } in these files. Use the MCP ID or the e-mail.
failed-unknown-exam = These rules do not name the exam { $name }. Use its code, as in MB2-714.
failed-unknown-role = These rules have no role { $name }. `touchstone evaluate --format json` shows the ids of the roles.
help-option-assume = What if that person had passed that exam; may repeat
help-option-assume-left = What if that person had left; may repeat
help-option-assume-sold = What if that had been sold on that day, in US dollars; may repeat
help-option-pin = That person must take a seat of that role; may repeat
help-option-keep-out = That person must take no seat; may repeat
text-assumptions = Assumed, not read from a file

# Choices about files, on the command line
help-inspect = Print what is understood of a file
help-option-file = An export: xlsx, xlsm, xlsb, xls, ods, csv, tsv or txt
help-option-map = Which column holds a field; may repeat
help-option-sheet = The only sheet to take in
help-option-header-row = The row of the headings
help-option-date-order = The order of day, month and year, where dates can be read in two ways
help-option-decimal = The decimal sign, where amounts can be read in two ways
help-option-amounts = Whether each amount is the row’s own or holds those before it
help-option-person = Whose credentials these are, where the rows name nobody
help-option-year = The year of the first month, where the months name none
help-option-encoding = The encoding of text files, such as windows-1252 or cp850
help-option-password = The password of protected workbooks
help-option-kind = What the sheets hold, where that is in doubt
help-option-left-out = Also write the rows that are left out there, as a workbook to mend and import again
failed-unmet-sheet = No sheet is called “{ $value }”.
failed-unmet-heading-row = Row { $value } is empty on every sheet.
failed-unmet-column = No table has a column called “{ $value }”.
