### Errors, warnings, questions and remarks: what is so, and in -hint what to change.

## The model: errors

error-capital-not-positive = Capital of { $sector } in { $year } is no longer positive ({ $value }).
error-capital-not-positive-hint = Raise the investment ratio or lower depreciation.
error-labour-not-positive = Employment in { $sector } in { $year } is { $value }: a rate of reallocation of { $rate }% is too fast.
error-labour-not-positive-hint = Slow the move out of agriculture or raise the labour demand of the sector.
error-labour-shrinks-away = Employment in { $sector } in { $year } is { $value }: its labour falls below nothing.
error-labour-shrinks-away-hint = Slow the fall of the labour demand of the sector, or take away fewer jobs of projects.
error-shares-not-one = The shares sum to { $value }%, and must sum to 100%.
error-shares-not-one-hint = Change the shares of { $group } so that they sum to 100%.
error-share-target-out-of-range = A share must be above 0% and below 100%.
error-share-target-out-of-range-hint = The value given is { $value }%; change the target { $name }.
error-residual-not-positive = The targets contradict each other: what remains for { $sector } in { $year } is { $value }.
error-residual-not-positive-hint = Lower the industry target, raise { $gdp }, or check the price basis of the share.
error-target-in-the-past = { $year } has an actual figure; a target cannot be set for the past.
error-target-in-the-past-hint = Compare the actual figure with the target?
error-shock-too-deep = The shock exceeds 100% of output.
error-shock-too-deep-hint = Lower the depth or the exposure of { $sector } in { $year }.
error-input-coefficients = The input coefficients of { $sector } sum to 1 or more.
error-input-coefficients-hint = Lower the input coefficients; they sum to { $value }.
error-spillover-singular = The spillover matrix cannot be inverted.
error-spillover-singular-hint = Check the input coefficients of the sectors.
error-persistence-out-of-range = The autocorrelation of { $sector } is { $value }, and must be above −1 and below 1.
error-persistence-out-of-range-hint = Change the autocorrelation of { $sector }.
error-correlation-not-definite = The correlation matrix is not valid at the cell { $row } × { $column }.
error-correlation-not-definite-hint = Use the nearest valid matrix: { $value } in this cell?
error-currency-not-complete = The currency “{ $code }” of the study is not complete.
error-currency-not-complete-hint = Give its code of three capital letters, such as LAK, and a word in each language of at most 16 bytes, such as kíp and kip.
error-not-whole = { $name } is { $value }, and must be a whole number.
error-not-whole-hint = Enter a whole number.
error-not-finite = { $variable } of { $sector } in { $year } is not a finite number.
error-not-finite-hint = Check the assumptions of { $sector } in { $year }.
error-negative-capital = The initial capital of { $sector } is { $value }, and must be above 0.
error-negative-capital-hint = Enter a positive initial capital for { $sector }.
error-value-out-of-range = { $name } is { $value }, and must be within { $low } … { $high }.
error-value-out-of-range-hint = Enter a value within the range.
error-share-out-of-range = { $name } is { $value }%, and must be within 0 … 100%.
error-share-out-of-range-hint = Enter a share from 0% to 100%.
error-ends-reversed = { $name } goes up to { $high }, which is below its lower end.
error-ends-reversed-hint = Write the smaller number as value and the larger one as upper.
error-period-reversed = { $name } is of { $since } to { $year }: the period ends before it begins.
error-period-reversed-hint = Write the first year as since and the last one as year.
error-distance-out-of-range = { $name } is to be met within { $value }.
error-distance-out-of-range-hint = Give a distance from 0 up to the target itself, in the unit of the target.
error-rate-beyond-one = { $name } is { $written } as a fraction a year, which is { $value }% a year.
error-rate-beyond-one-hint = Probably { $written }% a year is meant: write the unit percent_per_year. If { $value }% is right, write that in per cent, too.
error-price-level-in-base = { $place } gives a price level of { $value } in { $base }, which the study names as its price base year: there it is 1.
error-price-level-in-base-hint = Set price_base_year to the year at whose prices the figures stand. Another year needs other figures: by itself it only renames them.
error-horizon = The last year { $year } must be after the base year { $base } and not after { $last }.
error-horizon-hint = Choose another last year.
error-target-before-base = The target { $name } is set for { $year }, which is not after the base year { $base }.
error-target-before-base-hint = Change the year of the target or the base year.
error-unknown-scenario = There is no scenario { $name }.
error-unknown-scenario-hint = The scenarios of this study: { $known }.
error-unknown-lever = There is no assumption { $name }.
error-unknown-lever-hint = Type `kichban list levers` to see every assumption.
error-scenario-cycle = The scenario { $name } is based on itself.
error-scenario-cycle-hint = Choose another parent for { $name }.
error-circular-group = The group { $name } stands in itself.
error-circular-group-hint = Put { $name } into another group, or into none.
error-empty-group = No sector belongs to the group { $name }.
error-empty-group-hint = Take { $name } out, or put a sector into it.

## The study: statements that do not hold

error-unknown-reference = { $place } refers to “{ $name }”, which is not in the study.
error-unknown-reference-hint = Correct the name or add “{ $name }”.
error-duplicate-id = The id “{ $name }” at { $place } is taken.
error-duplicate-id-hint = Give one of the two another id.
error-same-name = Two recipes are called “{ $name }”.
error-same-name-hint = Give one of the two another name.
error-duplicate-figure = { $place } states a figure a second time: { $name }; the first stands at { $first }.
error-duplicate-figure-hint = Delete one of the two, or give one another vintage.
error-duplicate-key = “{ $name }” appears twice.
error-duplicate-key-hint = Remove one of the two lines.
error-year-twice = The year { $year } appears twice.
error-year-twice-hint = Remove one of the two lines.
error-no-actual = There is no actual figure for { $name } in the history of the study.
error-no-actual-hint = Enter one of the same kind, territory and vintage in the view Data.
error-level-cannot-grow = A level of { $value } cannot grow.
error-level-cannot-grow-hint = Correct the figure: levels must be above 0.
error-no-rest = A part of { $value }% of the year leaves no rest.
error-no-rest-hint = The weight of the known part lies between 0 and 100%.
error-months-out-of-range = The vintage “{ $name }” is said to cover { $value } months.
error-months-out-of-range-hint = Part of a year is 1 to 11 months; leave whole years out of the list.
error-bad-id = “{ $name }” cannot be an id.
error-bad-id-hint = An id has only plain letters, digits, hyphens and underscores, and is neither “taxes” nor “total”.
error-not-positive = { $name } is { $value }, and must be above 0.
error-not-positive-hint = Enter a positive number.
error-unusable-figure = { $name } is not a usable number.
error-unusable-figure-hint = Check the unit and the count of digits.
error-wrong-unit = { $unit } is not a unit of { $name }.
error-wrong-unit-hint = Use a unit of the same kind as { $known }.
error-no-source = { $name } has no source.
error-no-source-hint = Give the id of one of the sources.
error-wrong-kind = { $name } of the scenario { $scenario } does not take this kind of value.
error-wrong-kind-hint = A switch is on or off, a split takes shares, everything else takes numbers.
error-year-out-of-range = { $place }: the year { $year } must be within 1900 … { $last }.
error-year-out-of-range-hint = Correct the year.
error-no-baseline = The study has no baseline or no sector.
error-no-baseline-hint = Add at least one baseline and one sector.
error-in-place = { $place }: { $sentence }
error-in-place-hint = { $hint }

## The study: what does not become a run

error-missing-figure = { $name } is missing for { $baseline }.
error-missing-figure-hint = Add the figure to the observations or parameters.
error-record-too-short = { $baseline } needs { $needed } growth rates of the total, and the observations give { $found }.
error-record-too-short-hint = Add yearly figures of the total in the vintage of the baseline, or let its growth be assumed.
error-missing-field = “{ $name }” is not stated for { $baseline }.
error-missing-field-hint = Enter it in the view Uncertainty under “{ $group }”; in a study file it is the parameter { $word }.
error-missing-figure-year = { $name } in { $year } is missing for { $baseline }.
error-missing-figure-year-hint = Add the figure for { $year } to the observations or parameters.
error-closure-needs-figure = The capital closure needs { $name }, of which { $baseline } has no figure.
error-closure-needs-figure-hint = Add the figure, or stay in the productivity closure, which needs output alone.
error-unknown-subject = The assumption “{ $name }” names no sector, project, park or shock of the study.
error-unknown-subject-hint = Type `kichban list levers` to see every assumption.
error-other-territory = { $name } is of the territory “{ $first }”, the study of “{ $second }”.
error-other-territory-hint = Use a figure of the same territory.
error-target-beyond-horizon = The target of { $year } lies after the last year { $last }.
error-target-beyond-horizon-hint = Move the last year, or leave that year out of the baseline.
error-target-not-positive = The target of { $sector } in { $year } is { $value }, and must be above 0.
error-target-not-positive-hint = Change the target.
error-targets-dependent = Two targets speak about the same thing.
error-targets-dependent-hint = Remove one of the two targets.
error-total-not-fixed = No target fixes { $gdp } in { $year }.
error-total-not-fixed-hint = Add a share of { $gdp }, or { $gdp } itself, for { $year }.
error-spread-failed = The remaining { $value } trillion { $money } in { $year } cannot be spread.
error-spread-failed-hint = Check the targets and the uncertainty of the other sectors.
error-skills-not-positive = The skills index of { $sector } in { $year } is { $value }, and must be above 0.
error-skills-not-positive-hint = Lower the change in the share of trained workers.
error-potential-not-positive = Potential output of { $sector } in { $year } is { $value }, and must be above 0.
error-potential-not-positive-hint = Check the growth of { $sector }.
error-labour-supply-not-positive = Labour supply in { $year } is { $value } thousand persons, and must be above 0.
error-labour-supply-not-positive-hint = Check population, migration, participation and unemployment.
error-input-out-of-range = { $name } of { $sector } is { $value }, outside what the equations accept.
error-input-out-of-range-hint = Check the unit and the decimal mark.
error-path-length = { $name } of { $sector } has { $found } years, { $known } are needed.
error-path-length-hint = Please report this together with the study file: the program must provide every year itself.

## The model: warnings

warning-beyond-calibration = After { $year } the model keeps the assumptions of the last year; the bands are not validated.
warning-beyond-calibration-hint = Set { $year } as the last year, or enter assumptions for later years.
warning-short-history = Only { $count } { $count ->
        [one] year
       *[other] years
    }: the width of the bands is a reference value.
warning-short-history-hint = Add observations until there are at least 8 years.

## The model: outcomes and remarks

outcome-not-attainable = Not attainable within the bounds set: { $short }. At their bounds: { $levers }.
outcome-not-attainable-hint = { $advice }
outcome-land-binds = Industrial land limits output; changing “{ $lever }” has no effect.
outcome-land-binds-hint = Open more parks or turn the land limit off.
outcome-no-solution = No value of { $lever } reaches { $value }.
outcome-no-solution-hint = Choose another assumption, or move several together.

## Numbers as typed

error-number-empty = No number was entered.
error-number-empty-hint = Enter a number, for example 12.5.
error-number-unreadable = “{ $value }” is not a number.
error-number-unreadable-hint = Use only digits, one decimal mark and thousands separators.
error-number-not-finite = The number is too large or not finite.
error-number-not-finite-hint = Check the unit and the count of digits.
question-decimal-mark = Does “{ $value }” mean { $thousands } or { $decimal }?
question-decimal-mark-hint = Does the mark part decimals or thousands?

## Files

error-file-syntax = { $path }, line { $line }, column { $column }: the text cannot be read.
error-file-syntax-hint = Correct that place or open a backup. Detail: { $detail }.
error-file-truncated = { $path } ends too early, at line { $line }, column { $column }.
error-file-truncated-hint = The file was not written or copied in full; open a backup.
error-file-unknown-field = { $path }, line { $line }, column { $column }: there is no field “{ $field }”.
error-file-unknown-field-hint = The fields allowed: { $known }.
error-file-missing-field = { $path }, line { $line }, column { $column }: the field “{ $field }” is missing.
error-file-missing-field-hint = Add the field “{ $field }”.
error-file-newer = { $path } is of format version { $version }, newer than this program ({ $supported }).
error-file-newer-hint = Install a newer Kịch Bản; the file is not changed.
error-file-not-utf8 = { $path } is not UTF-8 text (byte { $byte }).
error-file-not-utf8-hint = Save the file again in UTF-8.
error-file-not-text = { $path } is no study: it is a picture or the file of another program.
error-file-not-text-hint = Choose a study (.kichban, .ron) or what the program exported from one: workbook, report, page, SVG chart. Figures of a statistics office come in through File › Figures from a file (kichban import).
error-file-too-large = { $path } is { $size } MB, beyond the limit of { $limit } MB.
error-file-too-large-hint = Check that this is a study file.
error-file-too-deep = { $path }, line { $line }, column { $column }: nested too deeply.
error-file-too-deep-hint = Check that this is a study file.
error-file-unreadable = { $path } cannot be read: { $reason }.
error-file-unreadable-hint = Check the path and the permission to read.
error-file-not-found = There is no file { $path }.
error-file-not-found-hint = Check the path.
error-file-unwritable = { $path } cannot be written: { $reason }.
error-file-unwritable-hint = Choose another folder; the previous file is untouched.
error-stream-refused = { $path } is a pipe or a device and does not take the whole output: { $reason }.
error-stream-refused-hint = Name a file instead, or leave --out away to see the output here.
error-output-refused = { $path } does not take all that was printed: { $reason }.
error-output-refused-hint = Make room where it goes, or write to another place with --out.
error-file-empty = { $path } is empty.
error-file-empty-hint = Open a backup or create a study.
error-file-duplicate-field = { $path }, line { $line }, column { $column }: the field “{ $field }” appears twice.
error-file-duplicate-field-hint = Remove one of the two.
error-file-wrong-type = { $path }, line { $line }, column { $column }: a value of another kind is needed.
error-file-wrong-type-hint = Needed: { $expected }; found: { $found }.
error-file-unknown-word = { $path }, line { $line }, column { $column }: there is no word “{ $found }”.
error-file-unknown-word-hint = The words allowed: { $known }.
error-file-unusable-number = { $path }, line { $line }, column { $column }: “{ $value }” is not a usable number.
error-file-unusable-number-hint = A number in a file is finite and at most 10^15.
error-file-unknown-version = { $path } is of format version { $version }, which never existed.
error-file-unknown-version-hint = The present version is { $supported }.
error-export-date = “{ $value }” is no date.
error-export-date-hint = Write the date as 2026-11-22.
error-export-no-sections = `--sections` chooses among sections, and an export to { $form } has none.
error-export-no-sections-hint = Leave `--sections` out, or export to report or note.
error-export-out = { $path } takes one file of its kind; this export makes { $files }.
error-export-out-hint = Name a folder, with a slash at the end where its name has a dot, or an ending that one file alone has.
error-export-part = { $part } could not be made.
error-export-part-hint = This is an error of the program; please report it together with the study file. Detail: { $detail }.
error-export-section = “{ $value }” is no section of an export to { $form }.
error-export-section-hint = Sections, with a comma between them: { $ids }.
error-file-damaged = { $path } is damaged: the study inside cannot be read.
error-file-damaged-hint = Open another copy of the file, or the study file itself. Detail: { $detail }.
error-file-no-study = { $path } carries no study.
error-file-no-study-hint = Only workbooks, Word reports and SVG pictures that Kịch Bản exported can be opened.
error-file-study = { $path }: { $sentence }
error-file-study-hint = { $hint }
error-file-study-line = { $path }, line { $line }, column { $column }: { $sentence }
error-file-study-line-hint = { $hint }

## Files: pieces of sentences

file-unnamed = the study
file-refusal-denied = permission denied
file-refusal-no-folder = the folder does not exist
file-refusal-is-folder = it is a folder
file-refusal-full = no space is left
file-refusal-read-only = the place is read-only
figure-of-line = { $quantity } of { $sector }

## The command line

error-unknown-variable = There is no variable { $name }.
error-unknown-variable-hint = Type `kichban list variables` to see every variable.
error-unknown-baseline = There is no baseline { $name }.
error-unknown-baseline-hint = The baselines of this study: { $known }.
error-years-unreadable = “{ $value }” is not a list of years.
error-years-unreadable-hint = Write 2025,2030 or 2025-2030.
error-years-reversed = The years “{ $value }” are reversed: { $first } lies after { $last }.
error-years-reversed-hint = Write { $last }-{ $first }.
error-unknown-line = There is no sector { $name }.
error-unknown-line-hint = The sectors and groups of this study: { $known }.
error-option-not-used = { $option } does not go with --what { $what }.
error-option-not-used-hint = Leave { $option } out; with --what { $what } stand: { $used }.
error-no-option-used = { $option } does not go with --what { $what }.
error-no-option-used-hint = Leave { $option } out; --what { $what } is of the whole study.
error-years-outside = None of the scenarios chosen has the year { $year }.
error-years-outside-hint = Choose years within { $first }–{ $last }.
error-one-year-no-period = { $year } alone is no period: growth goes from one year to another.
error-one-year-no-period-hint = Name two years, such as --years { $before }-{ $after }, within { $first }–{ $last }.
error-compared-with-itself = { $scenario } is what the others are compared with: there is nothing to compare it with itself.
error-compared-with-itself-hint = Add --scenario or --against with one of: { $others }.
error-only-one-case = The study has no scenario beside { $scenario }, so there is nothing to compare it with.
error-only-one-case-hint = Add a scenario to the study first.
error-in-scenario = { $scenario }: { $sentence }
error-in-scenario-hint = { $hint }
error-unknown-word = { $option } does not know the word { $name }.
error-unknown-word-hint = Write one of: { $known }.
error-months-unreadable = { $name } are no months.
error-months-unreadable-hint = Write the months from January on, such as 1-6 or 1-9.
error-nothing-to-rebase = No year after { $base } has the output of every sector.
error-nothing-to-rebase-hint = Enter or import the output of every sector of a later year first, in one vintage.
error-no-output-of-year = { $year } cannot be the base: it has to come after { $base } and have the output of every sector in one vintage.
error-no-output-of-year-hint = Enter or import the missing figures, or name another year.
error-gaps-after-rebase = The vintage of the record has no figures for { $year } of: { $names }.
error-gaps-after-rebase-hint = Enter them in that vintage, or allow gaps (--allow-gaps): those parts of the model are then shown as unknown.
error-not-rebased = “{ $name }” cannot be based on { $year }. { $sentence }
error-not-rebased-hint = { $hint }
error-unknown-vintage = “{ $vintage }” cannot be the record.
error-unknown-vintage-hint = Choose a vintage with the output of every sector in the last base year: { $known }.
error-no-reason = Nothing says why this vintage is chosen.
error-no-reason-hint = Give the reason in a few words, such as the document that revised the figures.
