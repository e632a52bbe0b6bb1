# The import page
page-import = To check
badge-import = { $count ->
    [one] file to check
   *[other] files to check
}
command-look-at = Columns…
    .tooltip = See and change how this file is read
command-read-again = Read again
    .tooltip = Read the file again as it stands now
command-use-instead = Use instead of { $file }
    .tooltip = What only the other file holds is forgotten; the file itself stays where it is
command-save-left-out = Save rows left out…
    .tooltip = Save them as they were, each with its reason, to mend and import them
command-choose = Choose
command-type-password = Type the password
command-type-person = Type a name
command-show-table = Show this table
command-take-in = Take in
command-skip-file = Skip this file
command-leave-file = Leave as it was
command-undo = Undo
field-none = Not used
import-title = How { $file } is read
import-place = { $place } of { $of }
count-rows = { $count ->
    [one] 1 row
   *[other] { $number } rows
}
count-records = { $count ->
    [one] 1 record
   *[other] { $number } records
}
count-rows-left-out = { $count ->
   *[other] { $number } left out
}
import-nothing = Nothing can be taken in yet
as-it-stands = As it stands
as-it-is-read = As it will be read
password = Password
password-needed = This workbook is protected by a password.
password-wrong = That is not its password.
password-stays-here = It is used to read the file and kept nowhere.
password-open = Open
ask-date-order = Which day is “{ $value }” in the column { $column }?
ask-decimal-sign = How much is “{ $value }” in the column { $column }?
ask-running-total = Does each amount in the column { $column } hold those before it as well?
ask-running-total-months = Does each month’s amount hold those of the months before as well?
ask-person = Whose credentials are these? The rows name nobody.
ask-needed = Which column of { $place } holds this: { $field }?
ask-year = Of which year is the month “{ $value }”?
ask-kind = This looks like { $kind }, but it may be something else. What does it hold?
kind-neither = Something else: skip the file
no-headings = no row
order-dmy = Day first
order-mdy = Month first
order-ymd = Year first
sign-point = Point
sign-comma = Comma
sign-decimal = { $number }, with decimals
sign-thousands = { $number }, in thousands
amounts-own = Each its own
amounts-running-total = Running total
person-name = Name
person-is-this = Theirs
choose-column = Choose a column
or-skip-file = or skip the file, if it holds something else
choose-sheet = Sheet
choose-table = Table
choose-heading-row = Headings in
choose-kind = Holds
choose-date-order = Dates
choose-decimal-sign = Decimal sign
choose-amounts = Amounts
choose-encoding = Encoding
choose-unsure-encoding = Encoding (a guess)
choose-delimiter = Cells parted by
delimiter-tab = tab
every-sheet = Every sheet
sheet-hidden = { $sheet } (hidden)
table-at = { $sheet }, from row { $row } on: { $kind }
heading-row-words = Row { $row }: { $words }
headings-in-row = Row { $row }
as-recognised = As recognised
as-the-file-tells = As the file tells
column-is = Column { $column }:
no-table = No table was recognised here.
no-table-what-to-do = Click the row that holds the headings.
read-row = Row
read-person = Person
read-exam = Exam
read-passed = Passed
read-result = Result
read-expires = Valid until
read-association = Association
read-renewal = Kind
read-is-passed = passed
read-undated = not told
read-is-new = new
read-is-renewal = renewal
left-out = Left out: { $why }
left-out-value = Left out: { $why } “{ $value }”
left-out-unsaid = Left out
mend-here = You can settle this here
mend-in-the-file = To mend in the file
mend-look = Worth a look
mend-nothing = Good to know
changes-replaced = Compared with before: { $new } new, { $changed } changed, { $known } as before, { $gone } gone.
changes-beside = Compared with the other files: { $new } new, { $changed } different, { $known } the same.
changes-changed = Before: { $records }.
changes-gone = Gone: { $records }.
notice-skipped = { $file } was not taken in
notice-left-out-saved = Rows left out saved as { $file }
undo-import = Undo the import
undo-remove = Bring the file back
undo-people = Undo
undo-exam = Undo
undone-import = The import was taken back
undone-remove = The file is back
undone-people = People are as they were
undone-exam = The exam is as it was
read-file-again = Read { $file } again
dialog-left-out = Save the rows left out
dialog-left-out-name = { $file }-left-out.xlsx
