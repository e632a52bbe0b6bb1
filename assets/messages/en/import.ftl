# Why nothing could be read from a file, and what to do.
import-missing = There is no file { $file }. Check its name and folder.
import-denied = { $file } can't be opened: the system does not allow it. Ask for access, or copy the file to a folder of your own.
import-locked = { $file } is in use. Close it in Excel or wherever it is open, then try again.
import-vanished = The reading of { $file } broke off: the file or its drive went away. Copy the file to this computer and import the copy.
import-folder = { $file } is a folder. Choose the export files in it.
import-lock-file = { $file } is only the mark that a workbook is open somewhere. Choose the workbook itself, the file without ~ at the beginning of its name.
import-no-bytes = { $file } is empty. Download it again.
import-not-a-table = { $file } is not a workbook or a CSV file. Export it as Excel or CSV.
import-picture = { $file } is a picture, whatever its name says. Export the table itself as Excel or CSV.
import-pdf = { $file } is a PDF. Export the table that it shows as Excel or CSV.
import-document = { $file } is a text document or a presentation. Copy its table into Excel, save it and import that.
import-web-page = { $file } is a web page without a table. It may only say that you have to sign in: open it in a browser, and export again as Excel or CSV.
import-protected = { $file } is protected by a password. Type it here, or save the file in Excel without the password and import that.
import-wrong-password = That is not the password of { $file }. Try again; capital and small letters matter.
import-damaged-cut-short = { $file } ends before it should, as after a download that broke off. Download it again.
import-damaged-broken = { $file } can't be read: it seems damaged. Open it in Excel and save it again, or download it again. ({ $detail })
import-damaged-open-quote = { $file } can't be read from row { $row } on: too many quotation marks have no partner. Mend that row, or export the file again.
import-damaged-too-many-cells = { $file } names more cells than a sheet can have: it seems damaged. Open it in Excel and save it again, or download it again.
import-empty = { $file } has nothing on its sheets. Check that you chose the right file.
import-headings-only = { $file } has headings but no rows below them. Check whether the export was filtered.
import-cancelled = The reading of { $file } was stopped.
import-no-reader = { $file } can't be read: the program could not start a process for it ({ $detail }). Try again.
import-too-much-memory = { $file } can't be read because it needs more memory than it may have. Open it in Excel, keep only the rows and columns that are needed, and save it again.
import-too-slow = { $file } can't be read because nothing came of it for a minute. Open it in Excel and save it again, or save the sheet as CSV.
import-too-large = { $file } can't be read because it holds more than any workbook does. Download it again.
import-broke = { $file } can't be read because the reading broke down. It may be damaged: open it in Excel and save it again, or save the sheet as CSV.
import-only-totals = { $file } has only totals, and nothing of the rows that they add up. Import the export with a row for each customer.
import-doubtful = { $file } may hold something else, such as a bank statement. Say what it holds on the import page, or with --kind.
import-no-records = None of the rows of { $file } could be read. “touchstone inspect” shows why.
import-not-recognised = { $file } has no sheet with known headings. Headings such as Name, Exam and Date, or Customer, Date and Amount, are needed.

# What was understood of a file
format-xlsx = Excel workbook (xlsx)
format-xlsb = Excel binary workbook (xlsb)
format-xls = Excel 97–2003 workbook (xls)
format-ods = LibreOffice workbook (ods)
format-html = Web page with tables
format-spreadsheetml = XML workbook of Excel 2003
format-text = Table as text
inspect-encoding = Encoding { $encoding }
inspect-encoding-guessed = Encoding { $encoding }, guessed
inspect-delimiter = Cells parted by { $delimiter }
inspect-tab = tabs
inspect-rows = { $rows ->
    [one] 1 row with something in it
   *[other] { $rows } rows with something in them
}
inspect-hidden = hidden
inspect-no-table = No table that tells who passed what or what was sold
inspect-credentials = Credentials
inspect-sales = Sales
shape-row-each = a row for each
shape-exams-across = a row for each person and a column for each exam
shape-people-across = a row for each exam and a column for each person
shape-months-across = a row for each customer and a column for each month
shape-totals = sums of rows that stand elsewhere
inspect-headings = headings in row { $rows }
inspect-no-headings = without headings
inspect-unused = not used
inspect-tally = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} read, { $taken } taken, { $left } left out
inspect-questions = Only you know
certainty-chosen = chosen
certainty-heading = by its heading
certainty-content = by what it holds
question-date-order = Is the first number of { $value } the day or the month? (column “{ $column }”)
question-decimal-sign = Is { $value } more than a thousand? (column “{ $column }”)
question-running-total = Does each amount of “{ $column }” hold those before it?
question-person = Whose credentials are these? The rows name nobody.
question-year = Of which year is the month “{ $value }”?
question-kind = Does this table hold sales, or who passed what? It may be something else.
question-needed = Which column holds this: { $field }?

# What a column holds
field-company = Partner company
field-month = Month
field-mcp-id = MCP ID
field-user-key = User key
field-given-name = First name
field-name = Name
field-surname = Last name
field-second-surname = Second last name
field-office-email = Office e-mail
field-email = E-mail
field-exam-code = Exam code
field-exam = Exam
field-passed = Passed on
field-expires = Valid until
field-result = Result
field-score = Score
field-exam-mark = Passes of one exam
field-person-mark = Passes of one person
field-date = Date
field-year = Year
field-customer = Customer
field-product = Product
field-sku = Product code
field-amount = Amount
field-currency = Currency
field-association = Association
field-partner-of-record = Partner of record
field-renewal = New or renewal
field-duplicate = Repeats another row
field-month-amount = Amounts of one month
