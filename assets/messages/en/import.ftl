# Why nothing could be read from a file, and what to do.
import-missing = There is no file { $file }. Check its name and folder.
import-denied = { $file } can't be opened: the system does not allow it. Close it in other programs, or ask for access.
import-folder = { $file } is a folder. Choose the export files in it.
import-no-bytes = { $file } is empty. Download it again.
import-not-a-table = { $file } is not a workbook or a CSV file. Export it as Excel or CSV.
import-protected = { $file } is protected by a password. Open it in Excel, save it without the password and import that.
import-damaged = { $file } can't be read: it seems damaged ({ $detail }). Open it in Excel and save it again, or download it again.
import-empty = { $file } has nothing on its sheets. Check that you chose the right file.
import-headings-only = { $file } has headings but no rows below them. Check whether the export was filtered.
import-not-recognised = { $file } has no sheet with known headings. Headings such as Name, Exam and Date, or Customer, Date and Amount, are needed.
