# Printing, and the pages as they will be.
print-summary = Print the readiness summary
print-person = Print the page of { $person }
print-title = Readiness summary · { $company }
command-print-person = Print this page…
    .tooltip = What this person holds, what they should sit next and why, on paper or as PDF
print-page = Page { $page } of { $pages }
print-page-before = Previous page
print-page-after = Next page
print-go-to-page = Go to page { $page }
print-zoom-whole = Whole page
print-zoom-width = Page width
print-making = Preparing the pages…
print-painting = Painting the page…
print-language = Language of the pages
print-paper = Paper
print-parts = Parts of the summary
paper-a4 = A4
paper-letter = Letter
print-printer = Printer
print-looking = Looking for printers…
print-look-again = Look again
print-copies = { $count ->
    [one] { $count } copy
   *[other] { $count } copies
}
print-copy-less = One copy fewer
print-copy-more = One copy more
print-sides = Sides of the paper
print-sides-one = One side
print-sides-both = Both sides
print-save = Save as PDF…
print-view = Open in viewer
print-send = Print
print-sending = Sending…
print-sent = Sent to { $printer }, as job { $number }.
print-viewed = Your PDF viewer opens the pages.
print-by-viewer = Here your PDF viewer prints. It opens the pages, and you print them from there.
print-no-printer = No printer is set up on this computer. Set one up in the system’s settings, or open the pages in the viewer.
print-no-system = This computer has no print system that Touchstone knows (CUPS). Open the pages in the viewer, and print them from there.
print-no-answer = The print system does not answer. Check whether the printer is on and connected, and try again.
print-refused = The print system says “{ $words }”. Check whether the printer is set up and ready, and try again; or open the pages in the viewer, and print them from there.
print-not-written = The pages could not be put where temporary files go ({ $why }). Make room on the disk, and try again.
print-no-viewer = No viewer opened the pages ({ $why }). Save them as PDF, and open that file.
print-sent-only = Sent to { $printer }.
print-done = Done
print-failed = Not done
