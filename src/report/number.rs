//! Number phrases such as `1千余个`, `800多万字`, `近20项`, `连续4年`,
//! `“13+1”省区市`: what value they print, and how they fall into pieces.

/// What a number phrase says.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading<'a> {
    /// The value as printed; 余, 多 and 近 add nothing.
    pub value: f64,
    /// 余, 多, 近, 连续 …, where the phrase has one.
    pub qualifier: Option<&'a str>,
    /// The counter or unit: everything after the number.
    pub unit: &'a str,
    /// The phrase in pieces; joined they are the phrase.
    pub pieces: Vec<Piece<'a>>,
}

/// A piece of a number phrase, by how it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Digits, set largest: `2000`, `13+1`.
    Digits(&'a str),
    /// 千, 万, 亿 standing right after the digits.
    Scale(&'a str),
    /// Everything else: 余, 多, 近, 连续, quotation marks, the unit.
    Word(&'a str),
}

/// Words that stand before a number and qualify it, longer ones first.
const BEFORE: [&str; 7] = ["连续", "累计", "超过", "约", "近", "超", "逾"];

/// Words that stand after a number and leave it open upwards.
const AFTER: [&str; 3] = ["余", "多", "来"];

/// Scale words with what they multiply by, longer ones first.
const SCALES: [(&str, f64); 7] = [
    ("万亿", 1e12),
    ("千万", 1e7),
    ("百万", 1e6),
    ("亿", 1e8),
    ("万", 1e4),
    ("千", 1e3),
    ("百", 1e2),
];

/// Reads a phrase: `[近…] [“] digits [千万亿] [余多来] [万亿] [”] unit`, where
/// digits may hold a decimal point, thousands separators or a sum (`13+1`).
/// `None` where it is no number phrase.
pub fn read(phrase: &str) -> Option<Reading<'_>> {
    let mut rest = Rest { phrase, at: 0 };
    let mut pieces = Vec::new();
    let mut qualifier = rest.take_one(&BEFORE);
    rest.take_while(|letter| matches!(letter, '“' | '"' | '「'));
    rest.piece(0, Piece::Word, &mut pieces);

    let start = rest.at;
    rest.take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '+'));
    let mut value = total(phrase.get(start..rest.at)?)?;
    rest.piece(start, Piece::Digits, &mut pieces);

    let start = rest.at;
    value *= rest.take_scale();
    rest.piece(start, Piece::Scale, &mut pieces);

    let start = rest.at;
    if let Some(after) = rest.take_one(&AFTER) {
        if qualifier.is_some() {
            return None;
        }
        qualifier = Some(after);
        value *= rest.take_scale();
    }
    rest.take_while(|letter| matches!(letter, '”' | '"' | '」'));
    let unit = phrase.get(rest.at..)?;
    rest.at = phrase.len();
    rest.piece(start, Piece::Word, &mut pieces);

    let countable = !unit.is_empty() && !unit.contains(|letter: char| letter.is_ascii_digit());
    (value.is_finite() && countable).then_some(Reading {
        value,
        qualifier,
        unit,
        pieces,
    })
}

/// What is still to be read of a phrase.
struct Rest<'a> {
    phrase: &'a str,
    at: usize,
}

impl<'a> Rest<'a> {
    fn left(&self) -> &'a str {
        self.phrase.get(self.at..).unwrap_or_default()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) {
        let left = self.left();
        let length = left.find(|letter| !wanted(letter)).unwrap_or(left.len());
        self.at += length;
    }

    fn take_one(&mut self, words: &[&str]) -> Option<&'a str> {
        let left = self.left();
        let word = words.iter().find(|&&word| left.starts_with(word))?;
        self.at += word.len();
        left.get(..word.len())
    }

    fn take_scale(&mut self) -> f64 {
        let left = self.left();
        match SCALES.iter().find(|(word, _)| left.starts_with(word)) {
            Some((word, times)) => {
                self.at += word.len();
                *times
            }
            None => 1.0,
        }
    }

    /// What was read since `start` as a piece, if anything.
    fn piece(
        &self,
        start: usize,
        kind: impl Fn(&'a str) -> Piece<'a>,
        pieces: &mut Vec<Piece<'a>>,
    ) {
        if let Some(text) = self
            .phrase
            .get(start..self.at)
            .filter(|text| !text.is_empty())
        {
            pieces.push(kind(text));
        }
    }
}

/// The sum of the terms, each a decimal number.
fn total(digits: &str) -> Option<f64> {
    let mut total = 0.0;
    for term in digits.split('+') {
        if !grouped(term) {
            return None;
        }
        total += decimal(term)?;
    }
    Some(total)
}

/// A decimal number of at most 15 digits, which an `f64` holds exactly but for
/// the fraction. (The library's reader brings 20 KB of tables into the WASM.)
fn decimal(term: &str) -> Option<f64> {
    let (mut value, mut scale, mut digits) = (0.0, 1.0, 0);
    let mut fraction = false;
    for letter in term.chars() {
        match letter.to_digit(10) {
            Some(digit) => {
                value = value * 10.0 + f64::from(digit);
                scale *= if fraction { 10.0 } else { 1.0 };
                digits += 1;
            }
            None if letter == '.' && !fraction => fraction = true,
            None if letter == ',' => {}
            None => return None,
        }
    }
    (1..=15).contains(&digits).then_some(value / scale)
}

/// Whether separators, if any, stand before each three digits.
fn grouped(term: &str) -> bool {
    let whole = term.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let starts = !first.is_empty() && (whole.len() == first.len() || first.len() <= 3);
    starts && groups.all(|group| group.len() == 3) && !term.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces are shown with their kind: `[digits]`, `<scale>`, words bare.
    #[track_caller]
    fn check(phrase: &str, value: f64, qualifier: Option<&str>, unit: &str, pieces: &str) {
        let reading = read(phrase).expect("a number phrase");
        assert_eq!(reading.value, value);
        assert_eq!(reading.qualifier, qualifier);
        assert_eq!(reading.unit, unit);
        let shown: String = reading
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Digits(text) => format!("[{text}]"),
                Piece::Scale(text) => format!("<{text}>"),
                Piece::Word(text) => text.to_string(),
            })
            .collect();
        assert_eq!(shown, pieces);
        assert_eq!(shown.replace(['[', ']', '<', '>'], ""), phrase);
    }

    #[test]
    fn the_printed_number_counts_and_nothing_is_added() {
        check("21项", 21.0, None, "项", "[21]项");
        check("近20项", 20.0, Some("近"), "项", "近[20]项");
        check("2000余人次", 2000.0, Some("余"), "人次", "[2000]余人次");
        check("1千余个", 1000.0, Some("余"), "个", "[1]<千>余个");
        check("2万余人次", 20_000.0, Some("余"), "人次", "[2]<万>余人次");
        check("近2千条", 2000.0, Some("近"), "条", "近[2]<千>条");
        check("800多万字", 8_000_000.0, Some("多"), "字", "[800]多万字");
        check("连续4年", 4.0, Some("连续"), "年", "连续[4]年");
        check("11省市", 11.0, None, "省市", "[11]省市");
        check("“13+1”省区市", 14.0, None, "省区市", "“[13+1]”省区市");
    }

    #[test]
    fn other_committees_write_other_numbers() {
        check("1.2万件", 12_000.0, None, "件", "[1.2]<万>件");
        check("12,345件", 12_345.0, None, "件", "[12,345]件");
        check("3亿元", 300_000_000.0, None, "元", "[3]<亿>元");
        check("5千万元", 50_000_000.0, None, "元", "[5]<千万>元");
        check("98.5%", 98.5, None, "%", "[98.5]%");
        check("0件", 0.0, None, "件", "[0]件");
    }

    #[track_caller]
    fn refuse(phrase: &str) {
        assert_eq!(read(phrase), None, "{phrase}");
    }

    #[test]
    fn what_is_no_number_phrase_is_refused() {
        refuse("");
        refuse("件");
        refuse("很多件");
        refuse("12");
        refuse("1..2件");
        refuse("1,23件");
        refuse("1234,567件");
        refuse("13+件");
        refuse("近20余项");
        refuse("3件5件");
        refuse("12.件");
    }
}
