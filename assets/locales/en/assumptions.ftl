### The editors of the assumptions: forms of a value, shares, hover card, projects, parks, shocks, the matrix.

## Forms of a value

assume-forms = Form of the value…
assume-form-of = Form of { $name }
assume-open-form = { $name }: form of the value ({ $form })
assume-form-headline = One value
assume-form-range = Low–high
assume-form-span = Span
assume-span-from = from
assume-span-to = to
assume-span-earlier = A year earlier
assume-span-later = A year later
assume-span-outside = From { $first } to { $last }, the first year not after the last.
assume-span-about = One value in these years; in the others the value of the baseline.
assume-form-years = By year
assume-form-points = Points
assume-form-headline-about = One value for every projected year. Changing the form keeps it.
assume-low = Low
assume-base = Base
assume-high = High
assume-range-about = The model runs the base value; low and high wait for the analyses of sensitivity and uncertainty.
assume-range-order = They must be in order: low ≤ base ≤ high.
assume-years-about = Mark one year to repeat it, two years to interpolate.
assume-pasted-word = In the pasted block “{ $text }” is no number; nothing has changed.
assume-pasted-long = The pasted block has { $values } values, and only { $years } years are left from this one; nothing has changed.
assume-pasted-open = In the pasted block “{ $text }” is:
assume-mark-year = Mark { $year }
assume-repeat = Repeat to the last year
assume-repeat-needs = Mark exactly one year first.
assume-interpolate = Interpolate between
assume-interpolate-needs = Mark exactly two years first.
assume-point = { $name }: point { $year }
assume-points-about = Drag a point to change its value; click a year to add a point, double-click to remove it. The shaded band is the usual range, a red line a limit.

## Shares

assume-pin-part = Keep { $part }
assume-unpin-part = Let { $part } move
assume-shares-refused = { $part } cannot be { $value }%: the kept parts hold { $held }%, and the sum must be 100%.

## The card of an assumption

assume-card-unit = Unit
assume-card-default = Default
assume-card-source = Source
assume-card-soft = Usual range
assume-card-hard = Allowed
assume-effect-up = Up { $step } { $unit }: { $change }
assume-effect-down = Down { $step } { $unit }: { $change }
assume-effect-on = Switched on: { $change }
assume-effect-off = Switched off: { $change }
assume-effect-line = { $lead }: { $change }
assume-effect-line-on = On
assume-effect-line-off = Off
assume-effect-grdp = { $gdp } { $year } { $grdp } trillion { $money }
assume-effect-both = { $gdp } { $year } { $grdp } trillion { $money }, growth { $growth } pp
assume-effect-prices = { $gdp } at { $year } prices; growth is the yearly average of the headline card
assume-effect-nothing = Moves no figure at any value that is allowed.
assume-effect-elsewhere = Does not move { $gdp } at present; it can move other figures.

## Projects, parks, shocks

record-edit-project = Edit the project…
record-edit-park = Edit the park…
record-edit-shock = Edit the shock…
record-none-project = This study has no projects.
record-none-park = This study has no parks.
record-none-shock = This study has no shocks.
record-add-project = Add a project
record-add-park = Add a park
record-add-shock = Add a shock
record-project-title = Project: { $name }
record-park-title = Park: { $name }
record-shock-title = Shock: { $name }
record-add-project-title = New project: { $name }
record-add-park-title = New park: { $name }
record-add-shock-title = New shock: { $name }
record-new-project = Project { $number }
record-new-park = Park { $number }
record-new-shock = Shock { $number }
record-name = Name
record-sector = Receiving sector
record-amount = Registered amount
record-own-realised = Its own disbursement ratio
record-realised = Disbursement ratio
record-start = First year of disbursement
record-profile = Schedule of disbursement
record-profile-year = Disbursed in { $year }
record-profile-add = Add a year
record-profile-remove = Remove the last year
record-profile-refused = The years that are not kept cannot carry this; the sum must be 100%.
record-jobs = Jobs at full disbursement
record-premium = Productivity premium
record-premium-unit = times the usual
record-in-baseline = The baseline already contains it (only differences count)
record-zone = Zone
record-area = Leasable area
record-opening = Opening year
record-ramp = Years until it is full
record-occupancy = Highest occupancy
record-park-in-baseline = The baseline already contains it
record-shock-start = First year
record-depth = Depth
record-depth-unit = % of potential
record-half-life = Half-life
record-scar = Part that stays
record-exposure = Exposure by sector
record-take-up = Apply at once in “{ $name }”
record-add = Add
record-save = Save
record-delete = Delete
record-delete-about = Also deletes { $number } settings of scenarios that name it. Can be undone.

## Growth and depth

converter-title = From published growth to depth
converter-halves = Figures by half-year
converter-observed = Published growth
converter-first-half = Growth, first half
converter-second-half = Growth, second half
converter-weight = Weight of the first half
converter-expected = Growth otherwise expected
converter-result = Growth of { $observed }% instead of { $expected }% leaves output { $depth }% below the level otherwise expected: depth = 1 − (1 + { $observed }%)/(1 + { $expected }%) = { $depth }%.
converter-result-gain = Growth of { $observed }% is not below the expected { $expected }%: this is no shock (depth { $depth }%).
converter-impossible = The growth otherwise expected must be above −100%.
converter-take = Use this depth

## Steps of the history

edit-set-record = Edit { $name }
edit-add-record = Add { $name }
edit-delete-record = Delete { $name }

## Refusals

error-range-order = { $name }: low, base and high are out of order.
error-range-order-hint = Enter low ≤ base ≤ high.
error-field-out-of-range = { $field } of { $name } is { $value }, and must be within { $low } … { $high }.
error-field-out-of-range-hint = Enter a value within the range.
error-no-name = The name is missing.
error-no-name-hint = Enter a name.

## Matrix

matrix-open = Assumption matrix
matrix-title = Assumption matrix
matrix-about = rows are scenarios, columns assumptions; bold differs from the parent
matrix-close = Close the assumption matrix
matrix-add-column = Add an assumption
matrix-remove-column = Remove column { $name }
matrix-empty = No column yet. Find an assumption to add.
