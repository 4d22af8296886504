### What is read of files of statistics offices.

## Files of which nothing can be read

error-import-empty = { $file }: the file is empty.
error-import-empty-hint = Download or export it again.
error-import-protected = { $file }: the file is protected by a password.
error-import-protected-hint = Open it in a spreadsheet program, remove the password and save it.
error-import-damaged = { $file }: the file is cut off or damaged.
error-import-damaged-hint = Download or copy it again; if a spreadsheet program opens it, save it there as .xlsx.
error-import-web-page = { $file }: this is a web page, whatever its name says.
error-import-web-page-hint = Open it in a spreadsheet program and save it as .xlsx.
error-import-picture = { $file }: this is a picture; figures cannot be read from it.
error-import-picture-hint = Ask the office for the table as a workbook or CSV, or type the figures in.
error-import-pdf = { $file }: this is a PDF document; figures cannot be read from it.
error-import-pdf-hint = Ask the office for the table as a workbook or CSV, or copy it into a spreadsheet.
error-import-binary-workbook = { $file }: this is a workbook in binary form (.xlsb).
error-import-binary-workbook-hint = Open it in a spreadsheet program and save it as .xlsx.
error-import-other-document = { $file }: this is a document, but no workbook.
error-import-other-document-hint = Copy its table into a spreadsheet and save that as .xlsx.
error-import-old-workbook = { $file }: this is a workbook of Excel 95 or older.
error-import-old-workbook-hint = Open it in a spreadsheet program and save it as .xlsx.
error-import-unknown = { $file }: this is neither text nor a workbook.
error-import-unknown-hint = Save the table as .xlsx, .ods, .csv or .px.
error-import-no-numbers = { $file }: no visible sheet holds a number.
error-import-no-numbers-hint = Choose the file that holds the table itself.
error-import-no-table = { $file }: numbers stand in it, but no table with a head above and labels beside them.
error-import-no-table-hint = Put years or names above the columns and names before the rows.
error-import-strange-years = { $file }: sheet “{ $sheet }”, cell { $cell }: the years of the head lie outside 1900–2100.
error-import-strange-years-hint = Write years of the common calendar: a Buddhist year less 543.
error-import-quotes = { $file }: the quotation mark opened in line { $line } is never closed.
error-import-quotes-hint = Close it, or delete it.
error-import-keyword = { $file }: the PC-Axis keyword { $keyword } is missing.
error-import-keyword-hint = Export the table again from the office's database.
error-import-count = { $file }: the values of the dimensions make { $expected } data, but { $found } stand in the file.
error-import-count-hint = The file is cut off or was edited; export it again.

## What the checks find

import-place = sheet “{ $sheet }”, { $cell }
import-check-sum-off = { $file }: { $place }: the parts add up to { $other }, the total says { $value }.
import-check-sum-off-hint = Look which of them is a slip before you take them.
import-check-shares = { $file }: { $place }: the shares of this column add up to { $value } and not to 100.
import-check-shares-hint = A part is missing, or the column holds no shares.
import-check-negative = { $file }: { $place }: { $value } persons cannot be.
import-check-negative-hint = Correct the figure, or leave it out.
import-check-thousand = { $file }: { $place }: { $value } is about a thousand times off the others of its row ({ $other }).
import-check-thousand-hint = Check the unit of this cell.
import-check-year-twice = { $file }: { $place }: this year stands twice in the head.
import-check-year-twice-hint = Leave one of the two columns out.
import-check-label-twice = { $file }: { $place }: this label stands twice with different values.
import-check-label-twice-hint = Say what tells the two rows apart, or leave one out.
import-check-jump = { $file }: { $place }: { $value } after { $other } the year before.
import-check-jump-hint = Check whether a definition, a territory or a unit changed.
import-check-deflator = { $file }: { $place }: prices would be { $value } times those of the base year.
import-check-deflator-hint = Check which of the two tables is at current prices, and their units.
import-check-marks = { $file }: { $place }: some numbers of this column have a decimal dot, others a decimal comma.
import-check-marks-hint = Correct the column so that all are written alike.
import-check-text = { $file }: { $place }: a word stands where a number should be.
import-check-text-hint = It is left out; correct it where it stands for a figure.
import-check-failed-formula = { $file }: { $place }: the formula has failed.
import-check-failed-formula-hint = It is taken as missing; mend the formula and save the workbook again.
import-check-not-computed = { $file }: { $place }: the formula was saved without its result.
import-check-not-computed-hint = It is taken as missing; open the workbook in a spreadsheet program and save it.
import-check-unit = { $file }: { $place }: this unit is not known.
import-check-unit-hint = State the unit when you are asked for it.
import-check-no-year = { $file }: { $place }: a quarter or month without a year.
import-check-no-year-hint = State the year when you are asked for it.
import-check-hidden = { $file }: { $place } is hidden in the workbook and is left out.
import-check-hidden-hint = Show it there if it belongs to the table; hidden figures are often in another unit.
import-check-codes = { $file }: { $place }: the rows have codes but no names.
import-check-codes-hint = Give each code its sector when you take the table.
import-check-ragged = { $file }: { $place }: this column has values but no head.
import-check-ragged-hint = It is left out; check for a separator too many in its rows.
import-check-code-page = { $file }: the code page of the text is not stated; it was read as { $place }.
import-check-code-page-hint = Look at the labels; if letters are wrong, save the file as UTF-8.
import-check-cumulative = { $file }: { $place }: these figures run from January on and are no quarters.
import-check-cumulative-hint = They are kept apart from quarters.
import-check-benchmarks = { $file }: { $place }: tables of one title have different base years.
import-check-benchmarks-hint = Take one benchmark for one series.
import-check-two-bases = { $file }: { $place }: the years of this row stand at prices of different base years.
import-check-two-bases-hint = They are kept apart; two bases make one series only through a year that has both.
import-check-place = { $file }: { $place }: this place is not known, while the others of its column are.
import-check-place-hint = Check its spelling, or say which territory it is when you take the table.

## Questions and tables

import-question = { $file }: { $id }: { $topic }? Proposed: { $proposal }. Table: { $table }. { $evidence }
import-answered = { $file }: { $id }: { $topic }: { $proposal } (answered). Table: { $table }.
import-ask-marks = Which mark stands before the decimals, dot or comma
import-ask-unit = In which unit are these figures
import-ask-basis = At which prices are these figures
import-ask-year = Of which year are these figures
import-ask-territory = Of which territory are these figures
import-ask-names = Which column names the territories
import-ask-columns = What do the columns with the same head hold
import-ask-parts = Two sets of rows add up to the total; which are the sectors
import-ask-sign = Is this part subtracted
import-ask-series = Do these figures go on with the series that the study has
import-nothing = none
import-table = { $file } · { $sheet } · { $title } · { $unit } · { $basis } · { $years } · cells: { $cells } · questions: { $questions }
import-converted = { $file }: sheet “{ $sheet }”: { $texts } texts converted from TCVN3, such as “{ $before }” to “{ $after }”.

## The file of the next year

import-match = { $file }: “{ $table }” is the table of the last time ({ $score }% alike); its answers hold.
import-match-asked-again = { $file }: “{ $table }” may be the table of the last time ({ $score }% alike); its answers are proposed and asked again.
import-match-lost = The file has no table like “{ $table }”, which was taken the last time.
import-match-new-labels = New labels: { $names }.
import-match-lost-labels = Labels that are not there any more: { $names }.
import-match-renamed = Did you mean the same? { $names }.
import-match-new-years = New years: { $names }.
import-revised = { $file }: { $place }: { $name }, { $year }: { $old } → { $new } { $unit }.
import-break-basis = { $file }: { $place }: these figures are at { $new }; those you have are at { $old }.
import-break-basis-hint = Keep them as another basis. Two bases make one series only through a year that has both.
import-break-benchmark = { $file }: { $place }: most figures for years that you have are others now; { $year } was { $old } and is { $new } { $unit }.
import-break-benchmark-hint = Keep both as vintages, and say which of them the plan goes by.
import-break-jump = { $file }: { $place }: { $label }: { $old } in { $from } and { $new } in { $to } would be { $growth }% a year, while both files show { $usual }%.
import-break-jump-hint = A benchmark, a definition or a territory may have changed: say whether the years before are one series with these.
