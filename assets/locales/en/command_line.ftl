### The command line: help, notes and the headings of its tables.

## Program

cli-about = Planning scenarios for a province, a city or a country
cli-usage = Usage
cli-commands = Commands
cli-options = Options
cli-arguments = Arguments

## Commands

cli-run-about = Run scenarios and print their projections
cli-compare-about = Compare scenarios with a baseline
cli-audit-about = Check whether the figures of a plan agree
cli-solve-about = Find what would have to be true to reach a target
cli-explain-about = Attribute the difference of two scenarios to assumptions
cli-ensemble-about = Simulate many paths and the probability of each target
cli-sensitivity-about = Measure how much each assumption matters
cli-backtest-about = Score the model against the past
cli-read-about = Read files of statistics offices: every value with its cell
cli-export-about = Export a workbook, an answer note, a report, charts or tables to files
cli-check-about = Check a study file
cli-list-about = List studies, scenarios, assumptions and variables

## Options

cli-option-format = Form of the output: table, CSV or JSON
cli-option-lang = Language: vi or en
cli-option-out = Write to a file instead of the screen; - is the standard output
cli-option-closure = Closure: productivity, capital or both
cli-option-scenario = Scenario by id; repeat for several
cli-import-nothing = No figure of these files fits the study; kichban read shows what they hold and at which prices.
cli-observe-about = Add one actual figure to a study
cli-rebase-about = Make the last actual year the base, and say what moved
cli-choose-about = Make a vintage of the observations the record, with the reason, and say what moved
cli-moved-about = Say which revision, new year or assumption moved the results
cli-option-observed-quantity = What the figure measures, such as output or population
cli-option-observed-line = Sector, group, taxes or total; left out where the quantity has none
cli-option-observed-year = Year of the figure
cli-option-observed-value = The value
cli-option-observed-unit = Unit, such as billion_vnd; that of the model where left out
cli-option-observed-source = Source: an id or title of the study, or the title of a new one
cli-option-months = Months from January on where the figure is of part of a year
cli-option-allow-gaps = Let parts of the model without figures in the new base year or vintage be unknown
cli-option-chosen-vintage = Vintage that has the output of every sector in the last base year
cli-option-reason = Why this vintage is chosen
cli-option-since = The study as it was
cli-option-study = Study file, or the name of a shipped study
cli-option-year = Year
cli-option-seed = Random seed
cli-option-draws = Number of simulated paths
cli-option-source = File of a statistics office: xlsx, xls, ods, csv, tsv, px
cli-option-answers = File with answers to the questions of the import

## Notes on the error stream

cli-no-display = No display: printing the projection of the built-in study
cli-window-refused = The window cannot be opened ({ $reason }): printing the projection
cli-no-window = This build has no window
cli-written = Wrote { $path }
cli-valid = { $path }: valid
cli-progress = { $done } / { $total }

## Prefixes of messages

cli-error = Error
cli-note = Note
cli-hint = Hint
cli-refused-command = There is no command “{ $value }”.
cli-refused-no-command = No command is named.
cli-refused-argument = The command takes no “{ $value }”.
cli-refused-no-value = { $argument } stands without its value.
cli-refused-value = { $argument } cannot be “{ $value }”.
cli-refused-missing = The command lacks { $arguments }.
cli-refused-twice = { $argument } stands twice where it may stand once.
cli-refused-conflict = { $argument } cannot stand together with { $others }.
cli-refused-not-text = A word of the command is not readable text.
cli-refused-choose = Choose one of: { $known }.
cli-refused-within = Write a number from { $low } to { $high }.
cli-refused-whole-number = Write a whole number, digits only.
cli-refused-number = Write a number, such as 1.25.
cli-refused-help = Type { $command } --help to see what can stand there.
cli-refused-suggested = Do you mean { $value }?

## Titles of tables

cli-table-projection = { $scenario }: projection, { $closure }
cli-table-targets = Targets and where the scenario lands
cli-table-provenance = { $study }, { $vintage }, fingerprint { $fingerprint }, version { $version }

## Further options and notes

cli-option-on = Replay the scenarios on another baseline
cli-option-variable = Variable by id; repeat for several
cli-option-years = Years, such as 2025,2030 or 2025-2030
cli-option-file = Study file
cli-option-what = studies, scenarios, variables or levers
cli-option-to = What to export: workbook, note, report, charts or tables
cli-option-date = Date on the export, such as 2026-11-22; today where left out
cli-option-sections = Sections of a report or note, with a comma between them; all where left out. Report: answer, question, assumptions, results, charts, targets, audit, why, likely, sources, method, origin. Note: question, answer, why, likely, results, rests
cli-option-help = Print help
cli-option-version = Print version
cli-projection-on = { $scenario } on { $baseline }

## Questions

cli-option-case = Scenario that is asked about; the pinned one where none is named
cli-option-against = Scenario against which it is measured
cli-option-goal = Goal, such as output/industry@2030=165; without = the plan's target
cli-option-moved = Assumption that may move and its bounds, such as investment_rate=30..45 or fdi_registered/industry=0..6000@2024-2028
cli-option-follow = The investment that follows the output of this scenario
cli-option-question = difference, growth, productivity, levers or needed
cli-option-figure = Figure, such as grdp or output/industry@2030; repeat for several
cli-option-by = Divide the difference over groups or over single levers

## Values set for one answer

cli-option-set = Value of an assumption for this answer, such as investment_rate=42 or fdi_registered/industry=3000@2027-2030; repeat for several
cli-set-case = { $scenario }, with { $settings }
cli-set-value = { $lever } { $value }
cli-set-value-years = { $lever } { $value } in { $years }
audit-of-case = Results of the plan: { $scenario }
error-set-unreadable = This is not an assumption with a value.
error-set-unreadable-hint = Write investment_rate=42, investment_rate=42@2027 or investment_rate=42@2027-2030; kichban list levers shows the ids.
error-set-number = “{ $value }” is not a value of { $lever }.
error-set-number-hint = Write only a number, with a decimal point; usual values are { $low } to { $high }.
error-set-switch = { $lever } is a switch and cannot be “{ $value }”.
error-set-switch-hint = Write on or off.
error-set-no-years = { $lever } has one value and none by year.
error-set-no-years-hint = Leave out @ and the years.
error-set-subject = { $lever } has no value of “{ $subject }”.
error-set-subject-hint = Choose one of: { $known }.
error-set-shares = The other shares leave no room for this value of { $name }.
error-set-shares-hint = Shares set together stay as they are set, and all sum to 100%: set lower values, or leave one share free.
error-set-without-figures = { $name } would do nothing. { $reason }
error-set-without-figures-hint = Set another assumption, or add the figures to the study.
error-set-without-case = This question is about targets and the record: no assumption of a scenario changes the answer.
error-set-without-case-hint = Leave out --set.

## No window

window-missing = The window cannot be opened: { $reason }.
window-missing-study = the built-in study is damaged; install the program anew ({ $detail })
window-missing-display = the display cannot be reached; sign in to the desktop and start again ({ $detail })
window-missing-display-libraries = the display cannot be reached; install libx11-6, libx11-xcb1, libxcursor1, libxi6 and libxkbcommon-x11-0, or sign in to a desktop ({ $detail })
window-missing-opengl = there is no usable OpenGL; leave --renderer opengl out, or write --renderer cpu
window-missing-surface = the system gives no place to draw in; sign in to the desktop again ({ $detail })
cli-window-about = kichban [STUDY] [--renderer auto|opengl|cpu] opens the window.
