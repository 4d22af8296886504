//! Places in the inputs by name: what a lever or a table points at without naming a field.
//!
//! The rows stand in `inputs`, each beside the description of its field; the two macros here say what a row becomes.

use super::inputs::{Inputs, ParkNumber, ProvinceNumber, ProvincePath, SectorNumber, SectorPath, Switch};
use super::real::Real;

/// The structs of the inputs, one row a field, and the names of their places.
///
/// ```text
/// /// A number of a sector.
/// numbers SectorNumber;                     the enum that names the numbers
/// /// A path of a sector.
/// paths SectorPath;                         the enum that names the paths; `_` where there are none
/// owner SectorInputs;                       what the places are read from
/// with own, s: usize, replace, horizon;     words for the expressions of `field`: the struct itself, its position among
///                                           its kind, what replaces a number, the horizon
///
/// /// One sector.
/// struct SectorInputs at [] {               a struct, and the field of the owner that it is; `[]` is the owner itself
///     /// Price level of the base year.
///     number Deflator => deflator: POSITIVE, PRICES, [Prices] or 1.0;
///     /// Growth of the price level.
///     path Inflation => inflation called "price_growth": ANY, PRICES, [Prices] or 0.0;
///     /// Identifier.
///     field id: String = String::new(), map own.id.clone();
/// }
/// ```
///
/// A row of a place says, in this order:
/// the name of the place (`Deflator`), the field (`deflator`), the word for it in errors where that is not the field,
/// the bounds of its values (`bounds`), the part of the conditions that reads it (`NONE` where only flows do),
/// the parts of the inputs of which there must be figures (`gaps`), and what stands there without them.
/// `number` is one number, `path` one a year; a `field` is anything else: its type, what it starts from, and the same with
/// its numbers replaced.
///
/// From these follow the structs, `standing_in`, `map_at` and the enums of [`place_list`].
macro_rules! input_structs {
    (
        $(#[$about_numbers:meta])* numbers $Number:ident;
        $(#[$about_paths:meta])* paths $Path:tt;
        owner $Owner:ident;
        with $own:ident, $one:ident: $One:ty, $replace:ident, $horizon:ident;
        $(
            $(#[$about:meta])*
            struct $Struct:ident at $at:tt {
                $(
                    $(#[$doc:meta])*
                    $(number $number:ident => $nfield:ident $(called $ncalled:literal)?: $nbounds:ident, $npart:ident, [$($ngap:ident),*] or $nstands:literal)?
                    $(path $path:ident => $pfield:ident $(called $pcalled:literal)?: $pbounds:ident, $ppart:ident, [$($pgap:ident),*] or $pstands:literal)?
                    $(field $field:ident: $type:ty = $start:expr, map $map:expr)?
                    ;
                )+
            }
        )+
    ) => {
        $crate::engine::places::place_list! {
            $(#[$about_numbers])* $Number of $Owner as Number {
                $($($($number => $at $nfield $(called $ncalled)?: $nbounds, $npart, [$($ngap),*];)?)+)+
            }
        }

        $crate::engine::places::place_list! {
            $(#[$about_paths])* $Path of $Owner as Path {
                $($($($path => $at $pfield $(called $pcalled)?: $pbounds, $ppart, [$($pgap),*];)?)+)+
            }
        }

        $(
            $(#[$about])*
            #[derive(Debug, Clone, PartialEq, serde::Serialize)]
            pub struct $Struct<C = f64> {
                $($(#[$doc])* $(pub $nfield: C,)? $(pub $pfield: Path<C>,)? $(pub $field: $type,)?)+
            }

            impl $Struct {
                /// What stands in every place without figures; whoever makes inputs starts from it.
                pub fn standing_in($horizon: Horizon) -> Self {
                    // A struct without paths has no use for it.
                    _ = $horizon;
                    Self {
                        $($($nfield: $nstands,)? $($pfield: vec![$pstands; $horizon.len()],)? $($field: $start,)?)+
                    }
                }
            }

            impl<C: Real> $Struct<C> {
                /// The same with every number replaced, which is told where it stands.
                fn map_at<D>(&self, $one: $One, $replace: &mut impl FnMut(InputPlace, C) -> D) -> $Struct<D> {
                    let $own = self;
                    $Struct {
                        $(
                            $($nfield: $replace($Number::$number.at($one), $own.$nfield),)?
                            $($pfield: map_path(&$own.$pfield, |t| $Path::$path.at($one, t), $replace),)?
                            $($field: $map,)?
                        )+
                    }
                }
            }
        )+
    };
}
pub(super) use input_structs;

/// An enum of places of one kind, with both accessors and what each row says of its place.
///
/// A row is `Place => [part] field: BOUNDS, PART, [Gap, …];` as above: the place is `owner.part.field`, or `owner.field`
/// after `[]`.
macro_rules! place_list {
    (@read $owner:ident [$($part:ident)?] $field:ident) => { $owner$(.$part)?.$field };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $called:literal) => { $called };
    (_ of $owner:ident as $value:ident {}) => {};
    ($(#[$about:meta])* $name:ident of $owner:ident as $value:ident {
        $($place:ident => $at:tt $field:ident $(called $called:literal)?: $bounds:ident, $part:ident, [$($gap:ident),*];)+
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each place is described at its field")]
        pub enum $name { $($place),+ }

        impl $name {
            /// Every place.
            pub const ALL: &[Self] = &[$(Self::$place),+];

            /// What stands in this place.
            pub const fn read<C>(self, owner: &$owner<C>) -> &$value<C> {
                match self { $(Self::$place => &$crate::engine::places::place_list!(@read owner $at $field)),+ }
            }

            /// What stands in this place, to be changed.
            pub const fn of_mut<C>(self, owner: &mut $owner<C>) -> &mut $value<C> {
                match self { $(Self::$place => &mut $crate::engine::places::place_list!(@read owner $at $field)),+ }
            }

            /// The part of the conditions that reads this place; empty if only flows read it.
            pub const fn part(self) -> ConditionParts {
                match self { $(Self::$place => ConditionParts::$part),+ }
            }

            /// Parts of the inputs of which there must be figures, or what stands here is made up.
            pub const fn needs(self) -> &'static [Gap] {
                match self { $(Self::$place => &[$(Gap::$gap),*]),+ }
            }

            /// The word for this place in errors.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$place => $crate::engine::places::place_list!(@name $field $($called)?)),+ }
            }

            /// What values may stand in this place.
            pub(super) const fn bounds(self) -> Bounds {
                match self { $(Self::$place => bounds::$bounds),+ }
            }
        }
    };
}
pub(super) use place_list;

impl Switch {
    /// Whether it is on.
    pub fn is_on(self, inputs: &Inputs) -> bool {
        *self.read(inputs) > 0.5
    }

    /// Turns it on or off.
    pub fn set<C: Real>(self, inputs: &mut Inputs<C>, on: bool) {
        *self.of_mut(inputs) = if on { C::ONE } else { C::ZERO };
    }
}

/// Where a number stands in the inputs; positions are those of years, sectors, parks, projects, shocks and drivers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputPlace {
    /// The calendar year of a position.
    Year(usize),
    /// The switch between the closures.
    CapitalClosure,
    /// A switch.
    Switch(Switch),
    /// A path of the province, in a year.
    Path(ProvincePath, usize),
    /// A number of the province.
    Number(ProvinceNumber),
    /// A path of a sector: sector, year.
    SectorPath(SectorPath, usize, usize),
    /// A number of a sector.
    SectorNumber(SectorNumber, usize),
    /// A number of a park.
    Park(ParkNumber, usize),
    /// A project.
    Project(usize),
    /// Anonymous FDI.
    Registrations,
    /// A shock.
    Shock(usize),
    /// What a sector gains from a driver: sector, position of the driver.
    Multiplier(usize, usize),
    /// Baseline output of a driver: position of the driver, year.
    ReferenceOutput(usize, usize),
}

/// The province, of which there is one: its places have no position beside the year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Province;

impl ProvinceNumber {
    /// This number among all places.
    pub(super) const fn at(self, _: Province) -> InputPlace {
        InputPlace::Number(self)
    }
}

impl ProvincePath {
    /// This path in a year.
    pub(super) const fn at(self, _: Province, t: usize) -> InputPlace {
        InputPlace::Path(self, t)
    }
}

impl SectorNumber {
    /// This number of a sector.
    pub(super) const fn at(self, s: usize) -> InputPlace {
        InputPlace::SectorNumber(self, s)
    }
}

impl SectorPath {
    /// This path of a sector in a year.
    pub(super) const fn at(self, s: usize, t: usize) -> InputPlace {
        InputPlace::SectorPath(self, s, t)
    }
}

impl ParkNumber {
    /// This number of a park.
    pub(super) const fn at(self, park: usize) -> InputPlace {
        InputPlace::Park(self, park)
    }
}
