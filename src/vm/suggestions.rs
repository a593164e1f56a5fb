//! "Did you mean": the name closest to a mistyped one, by CPython's measure.

/// What one changed, added or missing character costs; a change of case alone costs less.
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;
/// Longer names are not compared.
const MAX_LENGTH: usize = 40;
/// Among more candidates than this no suggestion is made.
const MAX_CANDIDATES: usize = 750;

/// The best of `candidates`, if one is close enough to `wrong`.
pub fn closest<'a>(
    wrong: &str,
    candidates: impl ExactSizeIterator<Item = &'a str>,
) -> Option<&'a str> {
    if candidates.len() >= MAX_CANDIDATES {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate == wrong {
            continue;
        }
        let limit = (wrong.len() + candidate.len() + 3) * MOVE_COST / 6;
        let limit = best.map_or(limit, |(distance, _)| limit.min(distance - 1));
        let distance = edit_distance(wrong, candidate, limit);
        if distance <= limit && best.is_none_or(|(known, _)| distance < known) {
            best = Some((distance, candidate));
            if distance == 0 {
                break;
            }
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn substitution_cost(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

/// The Levenshtein distance with those costs, or something beyond `limit`.
fn edit_distance(a: &str, b: &str, limit: usize) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) * MOVE_COST;
    }
    if a.len() > MAX_LENGTH || b.len() > MAX_LENGTH {
        return limit + 1;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|count| count * MOVE_COST).collect();
    for (index, &y) in b.iter().enumerate() {
        let mut diagonal = index * MOVE_COST;
        let mut left = diagonal + MOVE_COST;
        let mut smallest = usize::MAX;
        for (place, &x) in a.iter().enumerate() {
            let substituted = diagonal + substitution_cost(x, y);
            diagonal = row[place];
            left = substituted.min(left.min(row[place]) + MOVE_COST);
            row[place] = left;
            smallest = smallest.min(left);
        }
        if smallest > limit {
            return limit + 1;
        }
    }
    row[a.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn finds_the_nearest_name() {
        assert_eq!(closest("slep", ["sleep", "step", "gather"].into_iter()), Some("sleep"));
        assert_eq!(closest("xyz", ["sleep"].into_iter()), None);
    }
}
