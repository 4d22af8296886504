//! Shares that move together and always sum to 1.

use super::setting::NumberTable;

/// The shares after one of them moved: the others, unless pinned, give or take in proportion to their size.
///
/// `None` where the move is not possible: the new value lies outside 0–1, or what is left cannot be held by the others.
pub fn rebalance(shares: &NumberTable, moved: &str, value: f64, pinned: &[&str]) -> Option<NumberTable> {
    if !(0.0..=1.0).contains(&value) {
        return None;
    }
    let is_fixed = |id: &str| id == moved || pinned.contains(&id);
    let held: f64 = shares.iter().filter(|(id, _)| id != moved && is_fixed(id)).map(|(_, share)| share).sum();
    let free: Vec<(String, f64)> = shares.iter().filter(|(id, _)| !is_fixed(id)).collect();
    let left = 1.0 - held - value;
    if left < -1e-12 || (free.is_empty() && left.abs() > 1e-12) {
        return None;
    }
    let left = left.max(0.0);
    let size: f64 = free.iter().map(|(_, share)| share).sum();
    let n_free = free.len() as f64;
    let part = |share: f64| if size > 0.0 { left * share / size } else { left / n_free };
    Some(
        shares
            .iter()
            .map(|(id, share)| {
                let next = if id == moved {
                    value
                } else if is_fixed(&id) {
                    share
                } else {
                    part(share)
                };
                (id, next)
            })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares() -> NumberTable {
        [("a", 0.6), ("b", 0.3), ("c", 0.1)].into_iter().map(|(id, share)| (id.to_owned(), share)).collect()
    }

    #[test]
    fn the_others_give_in_proportion() {
        let moved = rebalance(&shares(), "a", 0.8, &[]).unwrap();
        assert!((moved.number("b").unwrap() - 0.15).abs() < 1e-12);
        assert!((moved.iter().map(|(_, share)| share).sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_pinned_share_does_not_move() {
        let moved = rebalance(&shares(), "a", 0.7, &["b"]).unwrap();
        assert!((moved.number("b").unwrap() - 0.3).abs() < 1e-15);
        assert!(moved.number("c").unwrap().abs() < 1e-12);
        assert_eq!(rebalance(&shares(), "a", 0.8, &["b"]), None);
    }
}
