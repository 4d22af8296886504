//! A root between two points where a function changes sign (Brent, 1973).

/// Most evaluations; bisection alone needs at most this many for a double.
const MOST: usize = 200;

/// The point between `a` and `b` at which a function of one number is zero; both values are given and differ in sign.
///
/// Stops where the function is exactly zero or the bracket is as narrow as doubles allow.
pub(super) fn root<E>(
    (mut a, mut fa): (f64, f64),
    (mut b, mut fb): (f64, f64),
    mut function: impl FnMut(f64) -> Result<f64, E>,
) -> Result<f64, E> {
    let (mut c, mut fc) = (a, fa);
    let mut last = b - a;
    let mut before_last = last;
    for _ in 0..MOST {
        if (fb > 0.0) == (fc > 0.0) {
            (c, fc) = (a, fa);
            last = b - a;
            before_last = last;
        }
        if fc.abs() < fb.abs() {
            (a, b, c) = (b, c, b);
            (fa, fb, fc) = (fb, fc, fb);
        }
        let narrow = 2.0 * f64::EPSILON * b.abs() + f64::MIN_POSITIVE;
        let half = 0.5 * (c - b);
        if fb == 0.0 || half.abs() <= narrow {
            break;
        }
        let step = if before_last.abs() >= narrow && fa.abs() > fb.abs() {
            interpolate((a, fa), (b, fb), (c, fc)).filter(|step| {
                let limit = (3.0 * half.abs() - narrow).min(before_last.abs());
                2.0 * step.abs() < limit && (*step > 0.0) == (half > 0.0)
            })
        } else {
            None
        };
        before_last = if step.is_some() { last } else { half };
        last = step.unwrap_or(half);
        (a, fa) = (b, fb);
        b += if last.abs() > narrow { last } else { narrow.copysign(half) };
        fb = function(b)?;
    }
    Ok(b)
}

/// The step from `b` by inverse quadratic interpolation, or by the secant where two points coincide.
#[expect(clippy::many_single_char_names, reason = "the names of the published method")]
fn interpolate((a, fa): (f64, f64), (b, fb): (f64, f64), (c, fc): (f64, f64)) -> Option<f64> {
    let s = fb / fa;
    let (p, q) = if a.to_bits() == c.to_bits() {
        ((c - b) * s, 1.0 - s)
    } else {
        let (q, r) = (fa / fc, fb / fc);
        (s * ((c - b) * q * (q - r) - (b - a) * (r - 1.0)), (q - 1.0) * (r - 1.0) * (s - 1.0))
    };
    let step = -(p / q);
    step.is_finite().then_some(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    fn find_root(function: impl Fn(f64) -> f64, a: f64, b: f64) -> (f64, usize) {
        let mut calls = 0;
        let root = root((a, function(a)), (b, function(b)), |x| {
            calls += 1;
            Ok::<f64, Infallible>(function(x))
        });
        (root.unwrap(), calls)
    }

    #[test]
    fn roots_of_smooth_and_of_bent_functions_are_found() {
        let (x, calls) = find_root(|x| x * x * x - 2.0 * x - 5.0, 2.0, 3.0);
        assert!((x - 2.094_551_481_542_326_6).abs() < 1e-14, "{x}");
        assert!(calls < 12, "{calls}");
        let (x, _) = find_root(|x| x.min(0.3) - 0.2, -1.0, 1.0);
        assert!((x - 0.2).abs() < 1e-14, "{x}");
        let (x, calls) = find_root(|x: f64| if x < 0.7 { -1.0 } else { 1.0 }, 0.0, 1.0);
        assert!((x - 0.7).abs() < 1e-14 && calls < 200, "{x} after {calls}");
    }
}
