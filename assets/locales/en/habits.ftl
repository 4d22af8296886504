### Habits: palette, history, recovery, tour.

habits-palette = Command palette
habits-palette-hint = Type a command, a scenario or an assumption
habits-nothing = Nothing matches “{ $text }”
habits-go-to-scenario = Go to scenario
habits-go-to-lever = Go to assumption
habits-history = History of steps
habits-step-change = { $from } → { $to }
habits-step-now = Now
habits-step-back = Undo up to and with: { $step }
habits-step-again = Redo up to: { $step }
habits-help = Shortcuts and about
habits-recent-missing = { $path } (no longer there)
habits-recent-forget = Forget files that are gone

## Keys of a place

habits-key-tab = To the next control, back to the one before
habits-key-press = Press the button in focus
habits-key-menus = Go to the menus
habits-key-context = Menu of what has the focus: a chart, a scenario, an assumption
habits-key-step = Slider: one step; palette and scenarios: choose a row; chart: another year
habits-key-fine = Slider: a finer step
habits-key-page = Slider: ten steps
habits-key-escape = Cancel a drag, close a box, leave the presentation

## Recovery and overwriting

recover-heading = There is an autosave that was not saved to its file
recover-about = The program ended last time with changes that were not saved. A discarded autosave stays among the dated copies.
recover-study = Study
recover-autosaved = Autosaved at
recover-file = File
recover-never-saved = never saved
recover-discard = Discard the autosave
overwrite-heading = A file stands at this path. Overwrite it?
overwrite-about = What stands there is kept as a copy in the folder “backups”.
overwrite-changed-about = Another program has changed the file since it was opened. Those contents are kept as a copy in the folder “backups” if it is overwritten.
overwrite-elsewhere = Another window has this file open. Overwrite it?
overwrite-elsewhere-about = What stands there is kept as a copy in the folder “backups”; the other window is asked before it saves over yours.
notice-recovered = The autosave is open. Save to keep it in the file.
notice-open-elsewhere = { $path } is open in another window. Saving in this one asks before it overwrites.
notice-not-kept = The autosave or the dated copy could not be kept.

## Tour

tour-answers = What if…?
tour-answers-about = What becomes of { $gdp }, employment and shares by { $year } if an assumption turns out otherwise: how far from the targets, why, and how likely?
tour-answers-example = “{ $study }” is an example; a study of another province begins with File › New study.
tour-answers-own = “{ $study }” is the study on screen.
tour-scenarios = Scenarios
tour-scenarios-about = Each row is a scenario, with the colour, dash and marker it has everywhere. Choose a row to see and edit it.
tour-assumptions = Assumptions
tour-assumptions-about = Drag a slider or type a number. A coloured dot marks what differs from the parent; double-click resets.
tour-try = Try it now: move one slider.
tour-tried = { $gdp } { $year }: { $from } → { $to }. Ctrl+Z takes it back.
tour-charts = Results
tour-charts-about = Cards and charts follow every change at once. Compare says why two scenarios differ, Uncertainty how likely an outcome is.
tour-files = Save and export
tour-files-about = The study is autosaved beside its file. File › Answer note puts question, answer, why and how likely on two pages; Ctrl+K finds every command.
tour-next = Next
tour-back = Back
tour-skip = Skip
tour-done = Done
