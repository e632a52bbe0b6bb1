# Opening and saving workspaces.

open-missing = { $file } is not there. It may have been moved, renamed or deleted.
open-denied = { $file } can't be opened: the system does not allow it. Close it in other programs, or ask whoever looks after this computer.
open-folder = { $file } is a folder. Choose a file in it.
open-full = { $file } can't be opened: the disk is full.
open-read-only = { $file } can't be opened: the disk is read-only.
open-failed = { $file } can't be opened ({ $detail }).
open-other = { $file } is not a Touchstone workspace.
open-newer = { $file } was made by a newer version of Touchstone. Install that version to open it. The file is as it was.
open-damaged = { $file } is damaged and can't be opened ({ $detail }).
open-too-large = { $file } holds more than Touchstone can take.
open-backup = The version before is { $file }; open that one.

save-full = { $file } is not saved: the disk is full. Make room, or choose another folder. Your work is still here, and the file is as it was.
save-read-only = { $file } is not saved: nothing can be written there. Choose another folder. Your work is still here, and the file is as it was.
save-missing = { $file } is not saved: its folder is gone. Choose another one. Your work is still here.
save-denied = { $file } is not saved: the system does not allow it. Close it in other programs, or choose another folder. Your work is still here, and the file is as it was.
save-folder = { $file } is a folder. Choose a file name. Your work is still here.
save-failed = { $file } is not saved ({ $detail }). Choose another folder. Your work is still here, and the file is as it was.
save-changed = { $file } is not saved: somebody else changed it since you opened it. Save as another file to keep both, or overwrite it; their version then stays as the backup.
save-open-elsewhere = { $file } is open in another window. Save as another file. Your work is still here.
save-open-by = { $file } is open in another window ({ $detail }). Save as another file. Your work is still here.
save-too-large = { $file } is not saved: this workspace holds more than one file can take. Remove some of its exports. Your work is still here.
save-no-file = This workspace has no file yet. Choose one.

# On the command line
failed-workspace-among-files = { $file } is a workspace. Give it alone, or exports without it.
