-- macOS tells a program by an event which document was double-clicked, never on the command line, and the library that opens
-- our window does not hear that event. This launcher does, and starts the program as every other system would.

-- Without a document the window that is open comes forward, or a first one opens.
on run
	set theProgram to programPath()
	do shell script "open -a " & quoted form of theProgram
end run

-- The program itself knows a workspace that is open already, and brings its window forward.
on open theDocuments
	set theProgram to programPath()
	repeat with theDocument in theDocuments
		set thePath to POSIX path of theDocument
		do shell script "open -n -a " & quoted form of theProgram & " --args " & quoted form of thePath
	end repeat
end open

on programPath()
	return (POSIX path of (path to me)) & "Contents/Helpers/Touchstone.app"
end programPath
