//! SHA-256 (FIPS 180-4), by which an export names the data it was made from.
//!
//! Browsers compute it only on secure connections, which many a public website
//! has not; the crates' are made to be fast and are several times this large.

/// The hash in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let (round, mut state) = constants();
    let mut blocks = bytes.chunks_exact(64);
    for block in &mut blocks {
        mix(&mut state, block, &round);
    }
    // The rest, a one, zeros, and the length in bits.
    let mut rest = blocks.remainder().to_vec();
    rest.push(0x80);
    while rest.len() % 64 != 56 {
        rest.push(0);
    }
    rest.extend((bytes.len() as u64 * 8).to_be_bytes());
    for block in rest.chunks_exact(64) {
        mix(&mut state, block, &round);
    }
    let digits = state
        .iter()
        .flat_map(|word| (0..8).rev().map(move |place| word >> (place * 4) & 15));
    digits
        .filter_map(|digit| char::from_digit(digit, 16))
        .collect()
}

/// Takes one block of 64 bytes into the state.
fn mix(state: &mut [u32; 8], block: &[u8], round: &[u32]) {
    let mut words: Vec<u32> = block
        .chunks_exact(4)
        .map(|four| {
            four.iter()
                .fold(0, |word, &byte| word << 8 | u32::from(byte))
        })
        .collect();
    let back = |words: &[u32], by: usize| words.iter().rev().nth(by - 1).copied().unwrap_or(0);
    while words.len() < 64 {
        let (early, late) = (back(&words, 15), back(&words, 2));
        let early = early.rotate_right(7) ^ early.rotate_right(18) ^ early >> 3;
        let late = late.rotate_right(17) ^ late.rotate_right(19) ^ late >> 10;
        let sum = late.wrapping_add(back(&words, 7)).wrapping_add(early);
        words.push(sum.wrapping_add(back(&words, 16)));
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (word, round) in words.iter().zip(round) {
        let turned = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = e & f ^ !e & g;
        let one = h.wrapping_add(turned).wrapping_add(choice);
        let one = one.wrapping_add(*round).wrapping_add(*word);
        let turned = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let two = turned.wrapping_add(a & b ^ a & c ^ b & c);
        (h, g, f, e) = (g, f, e, d.wrapping_add(one));
        (d, c, b, a) = (c, b, a, one.wrapping_add(two));
    }
    for (sum, part) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *sum = sum.wrapping_add(part);
    }
}

/// The first 32 bits behind the point: of the cube roots of the first 64 primes,
/// and of the square roots of the first eight. Computed exactly, in whole numbers.
fn constants() -> (Vec<u32>, [u32; 8]) {
    let primes = (2..312u32).filter(|&number| (2..number).all(|part| number % part != 0));
    let primes: Vec<_> = primes.collect();
    let root = |prime: u32, power: u32| {
        // The largest number whose power is not above prime · 2^(32·power).
        let bound = u128::from(prime) << (32 * power);
        let mut root: u128 = 0;
        for bit in (0..37).rev() {
            let more = root | 1 << bit;
            if more.pow(power) <= bound {
                root = more;
            }
        }
        root as u32
    };
    let round = primes.iter().map(|&prime| root(prime, 3)).collect();
    let mut state = [0; 8];
    for (word, &prime) in state.iter_mut().zip(&primes) {
        *word = root(prime, 2);
    }
    (round, state)
}

#[cfg(test)]
mod tests {
    use super::sha256;
    use sha2::{Digest, Sha256};

    #[test]
    fn it_is_what_others_compute_for_every_length_of_a_block_and_more() {
        let bytes: Vec<u8> = (0..40_000u32)
            .map(|index| (index * 31 + index / 7) as u8)
            .collect();
        for length in (0..200).chain([40_000]) {
            let bytes = &bytes[..length];
            let expected: String = Sha256::digest(bytes)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert_eq!(sha256(bytes), expected, "of {length} bytes");
        }
    }
}
