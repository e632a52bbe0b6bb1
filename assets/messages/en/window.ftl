# The window.
page-overview = Overview
page-checklist = Checklist
page-people = People
page-revenue = Revenue
page-sources = Sources
page-rules = Rules
badge-checklist = { $count ->
    [one] missing exam
   *[other] missing exams
}
badge-sources = { $count ->
    [one] finding to look at
   *[other] findings to look at
}

# Commands
command-import = Import…
    .tooltip = Read exports of certifications or revenue
command-import-files = Import these files
command-cancel-import = Cancel
command-open-sample = Explore the sample
    .tooltip = Look around with the data of an invented company
command-close-sample = Leave the sample
    .tooltip = Start with your own exports
command-remove-source = Remove
    .tooltip = Forget this file; the file itself stays where it is
command-print = Print…
    .tooltip = See the readiness summary as it will be printed; print it or save it as PDF
command-search = Search
command-show-option = Show this way to attain it
command-use-rulebook = Use these rules
command-assume = Assume passed
command-not-assume = Undo the assumption
command-clear-assumptions = Clear assumptions
command-pin = Pin to this seat
    .tooltip = This person takes a seat of this role, whatever it costs
command-unpin = Unpin
command-keep-out = Keep out of the roster
    .tooltip = This person takes no seat
command-let-in = Let in again
command-associated = These customers are associated
    .tooltip = Count sales from files without an association column
command-not-associated = Undo
    .tooltip = Sales from files without an association column don’t count
command-dismiss = Put away
command-type-date = Type a date
command-search-people = Search people
command-search-sales = Search sales
command-filter-sales = Show only some sales
command-sort = Sort
command-select-person = Show this person
command-close-person = Close
window-rolling-tooltip = The twelve months that end on the day
window-full-months-tooltip = The twelve whole months before the day's month
theme-light = Light
theme-dark = Dark
theme-system = As the system
theme = Theme
language = Language

# Top bar
edition = edition { $edition }
edition-from = edition { $edition }, from { $day }
edition-in-force = The edition in force on the day
edition-chosen = You chose this edition
market = Market
as-of = As of
as-of-date = As-of date
date-hint = 2017-06-27 or 27/06/2017
today = Today, { $day }
window-kind = Sales count within
year-before = A year earlier
month-before = A month earlier
month-after = A month later
year-after = A year later
weekday-1 = Mo
weekday-2 = Tu
weekday-3 = We
weekday-4 = Th
weekday-5 = Fr
weekday-6 = Sa
weekday-7 = Su

# File dialogs
dialog-import = Import exports
dialog-exports = Excel, OpenDocument and CSV
dialog-print = Save the readiness summary
dialog-print-name = readiness.pdf

# First screen and notices
start-title = Drop your exports here
start-what = Certifications and revenue, as Excel or CSV, in any order.
start-private = Nothing leaves this computer.
sample-shown = You see an invented company.
drop-hint = Drop to import
import-starting = Reading…
import-progress = Reading { $file }, { $rows } rows so far
notice-imported = { $files ->
    [one] { $file } read
   *[other] { $files } files read
}: { $counts }.
notice-no-import-dialog = The system could not show a file dialog. Drop the files on this window instead.
notice-no-print-dialog = The system could not show a file dialog. In a terminal, touchstone evaluate with --pdf writes the summary.
notice-printed = Summary saved as { $file }
notice-nothing-to-save = No row is left out that could be mended
notice-not-made = The file could not be made ({ $why }). Please report this.
notice-broke = Something went wrong inside the program, and that step was not finished. Your files are as they were. Try again.

# Opening and saving
file = File
file-untitled = Untitled
file-sample = Sample
file-changed = not saved yet
file-opening = Opening…
file-saving = Saving…
file-closing = Finishing what is being saved…
file-closing-hint = Close the window once more to leave at once
recent = Recent
command-new = New
command-open = Open…
command-save = Save
command-save-as = Save as…
command-redo = Redo
command-close = Close the window
command-restore = Restore
command-discard = Discard
answer-save = Save
answer-dont-save = Don’t save
answer-overwrite = Overwrite
answer-reload = Reload
answer-back-to-files = Go back
answer-without-files = Go on anyway
answer-cancel = Cancel
ask-files = { $count ->
    [one] One file is not taken in yet
   *[other] { $count } files are not taken in yet
}
ask-files-what = { $count ->
    [one] If you go on, { $files } is left out of the workspace. The file itself stays as it is.
   *[other] If you go on, these are left out of the workspace: { $files }. The files themselves stay as they are.
}
notice-of-earlier-day = This is the result as of { $day }, the day that the workspace keeps
use-today = Use today, { $day }
ask-unsaved = Save { $file }?
ask-unsaved-close = It has changes that are not saved. Without saving they are lost when the window closes.
ask-unsaved-other = It has changes that are not saved. Without saving they are lost.
ask-changed = { $file } has changed on disk
ask-changed-what = Somebody else saved it since you opened it. Save as another file to keep both; or overwrite it, and their version stays beside it as the backup; or reload it, and your changes are lost.
read-only = { $file } is open in another window. You can look around here, and save as another file.
read-only-by = { $file } is open in another window ({ $who }). You can look around here, and save as another file.
offer-file = Touchstone ended unexpectedly. { $file } was changed on { $when } and not saved.
offer-untitled = Touchstone ended unexpectedly. Work that had no file yet was changed on { $when }.
notice-not-autosaved = Your changes are not kept against a crash: nothing can be written to the program’s own folder. Save now and then.
notice-no-open-dialog = The system could not show a file dialog. Drop the workspace on this window instead.
notice-no-save-dialog = The system could not show a file dialog, so the workspace is not saved. It is still here.
dialog-open = Open a workspace
dialog-save-as = Save the workspace
dialog-workspace-name = Company.touchstone
moment = { $day } at { $time }
undo-assumption = Undo the assumption
undo-seat = Undo the seat
undo-rules = Undo the choice of rules
undo-setting = Undo the setting
undo-history = Undo the change to the history
undo-last = Undo the last step
redo-last = Do it again
redo-import = Redo the import
redo-remove = Remove the file again
redo-people = Redo what was said about people
redo-exam = Redo what was said about the exam
redo-assumption = Redo the assumption
redo-seat = Redo the seat
redo-rules = Redo the choice of rules
redo-setting = Redo the setting
redo-history = Redo the change to the history

# The foot of the sidebar
foot-sample = Sample
foot-changed = Not saved
foot-nothing = Nothing to save
foot-saved = Saved
foot-saved-at = Saved { $time }

# The list of all commands
command-palette = All commands
    .tooltip = Type to find a page, a command or a person
command-mark-palette = Go to this command
command-zoom-in = Larger
command-zoom-out = Smaller
palette-search = Type a command, a page or a name
palette-nothing = Nothing like that can be done now.
palette-page = Page
palette-what-if = What if
palette-window = Window
zoom = Size
zoom-percent = { $percent } %
