//! A flow while it is read, count by count.

use super::begun::BegunFlow;
use super::stage_words::{fitting, named};
use super::told_counts::{
    CountSense, FEEDBACK, PROPOSER, RESULT, SPLITS, ToldCount, WHEN, may_begin, part_name, tells,
};
use crate::draft::doubt::{Doubt, DoubtKind};
use crate::draft::naming::Naming;
use crate::report::{Beside, Exit, ExitKind, Flow, Id, Split, SplitPart, Stage};

/// A flow while it is read.
pub struct FlowReading<'a, 'b> {
    /// Who gives ids.
    pub naming: &'b mut Naming,
    /// What is unsure.
    pub doubts: &'b mut Vec<Doubt>,
    /// The text that is being read.
    pub text: &'a str,
    /// What has been read.
    pub flow: Option<BegunFlow>,
    /// The flows that ended.
    pub found: Vec<Flow>,
    /// The split that the count before was a part of.
    last: Option<usize>,
}

/// The most letters of a point of a list.
const POINT: usize = 40;

impl<'a, 'b> FlowReading<'a, 'b> {
    /// Nothing read yet.
    pub fn new(naming: &'b mut Naming, doubts: &'b mut Vec<Doubt>) -> Self {
        Self {
            naming,
            doubts,
            text: "",
            flow: None,
            found: Vec::new(),
            last: None,
        }
    }

    /// Reads a text.
    pub fn read(&mut self, text: &'a str, counts: Vec<ToldCount<'a>>) {
        self.text = text;
        self.last = None;
        for count in counts {
            self.concluded(text.get(..count.at).unwrap_or_default());
            self.count(count);
        }
        self.concluded(text);
    }

    /// Whether a flow begins with a text: it tells of proposals on their way, or is the
    /// first point of a list that does.
    pub fn begins(&self, text: &str, counts: &[ToldCount]) -> bool {
        let first = counts.first().map(|count| count.sense);
        let point = text.contains("提案") && text.chars().count() <= POINT;
        tells(text)
            || self.found.is_empty() && may_begin(text)
            || point && first == Some(CountSense::Submitted)
    }

    /// Whether the next paragraph goes on with what has been read: it tells how
    /// proposals ended, and nothing that came before.
    pub fn goes_on(&self, text: &str, counts: &[ToldCount]) -> bool {
        let Some(begun) = &self.flow else {
            return false;
        };
        let ended = begun.tells(CountSense::Concluded);
        // A point of a list tells one count alone.
        let point = text.chars().count() <= POINT;
        let about = point || text.contains("提案") && text.contains('办');
        let first = match counts.first().map(|count| count.sense) {
            None | Some(CountSense::Left(_) | CountSense::Concluded) => !ended,
            Some(CountSense::Assigned) => !ended && !begun.tells(CountSense::Assigned),
            Some(CountSense::Part(_) | CountSense::Rate) => true,
            Some(CountSense::Filed) => point && !ended && !begun.tells(CountSense::Filed),
            Some(CountSense::Submitted | CountSense::Total) => false,
        };
        about && first
    }

    fn count(&mut self, count: ToldCount<'a>) {
        match count.sense {
            CountSense::Part(split) => self.part(split, &count),
            CountSense::Left(kind) => self.left(kind, &count),
            CountSense::Rate => self.rate(&count),
            CountSense::Total => self.flow.iter_mut().for_each(|begun| begun.total(&count)),
            sense => self.stage(sense, &count),
        }
        self.last = match count.sense {
            CountSense::Part(split) => Some(split),
            CountSense::Rate if count.words.starts_with("满意") => Some(FEEDBACK),
            _ => None,
        };
    }

    fn stage(&mut self, sense: CountSense, count: &ToldCount<'a>) {
        // 会议期间收到330件，闭会期间收到25件: neither is all that came in.
        let apart = self.flow.as_ref().is_some_and(|begun| {
            let first = begun
                .flow
                .stages
                .first()
                .and_then(|stage| stage.quote.as_deref());
            let named = first.is_some_and(|quote| part_name(WHEN, quote).is_some());
            named && begun.stages.len() == 1 && part_name(WHEN, count.words).is_some()
        });
        if apart && sense == CountSense::Submitted {
            return self.part(WHEN, count);
        }
        // What comes before a stage that is told is said of it again.
        let before = self.flow.as_ref().is_some_and(|begun| {
            let later = |(other, _): &(CountSense, u64)| rank(*other) > rank(sense);
            sense != CountSense::Submitted && begun.stages.iter().any(later)
        });
        if before {
            return;
        }
        let again = self.flow.as_ref().is_some_and(|begun| {
            begun.tells(sense) || sense == CountSense::Submitted && !begun.stages.is_empty()
        });
        if again && sense == CountSense::Submitted {
            self.concluded(self.text.get(..count.at).unwrap_or_default());
            self.finish("");
        } else if again {
            return;
        }
        let grows = self
            .flow
            .as_ref()
            .and_then(|begun| begun.stages.last())
            .filter(|(_, before)| *before < count.value);
        if grows.is_some() {
            let reason = "这个数比前一环节还多，没有列入流程";
            let choices = ["不列入", "另计"];
            self.doubts.push(Doubt::new(
                DoubtKind::Flow,
                60,
                count.quote,
                reason,
                &choices,
            ));
            return;
        }
        let (label, short) = named(sense, count.words);
        let id = self.naming.id("stage", &label);
        let exits = self.exits(sense, count);
        let stage = Stage {
            id,
            label,
            short,
            figure: Some(count.id.clone()),
            quote: Some(count.quote.trim().to_owned()).filter(|quote| !quote.is_empty()),
            share: count.share.clone(),
            exits,
            splits: Vec::new(),
        };
        let begun = self.flow.get_or_insert_with(|| BegunFlow {
            flow: Flow {
                id: Id(String::new()),
                title: String::new(),
                unit: count.unit.to_owned(),
                stages: Vec::new(),
                beside: Vec::new(),
            },
            stages: Vec::new(),
            left: Vec::new(),
            counts: Vec::new(),
            begins: self.text.to_owned(),
        });
        if begun.flow.unit != count.unit {
            return;
        }
        let mut stage = stage;
        if begun.flow.stages.is_empty() {
            (stage.share, stage.exits) = (None, Vec::new());
        } else if !begun.left.is_empty() {
            stage.exits = std::mem::take(&mut begun.left);
        }
        begun.flow.stages.push(stage);
        begun.stages.push((sense, count.value));
    }

    /// What left before a stage, where the words tell of it without a count.
    fn exits(&mut self, sense: CountSense, count: &ToldCount<'a>) -> Vec<Exit> {
        let before = self.flow.as_ref().and_then(|begun| begun.stages.last());
        let Some((_, before)) = before.filter(|(_, before)| *before > count.value) else {
            return Vec::new();
        };
        let missing = before - count.value;
        let merged = ["并案", "合并"]
            .into_iter()
            .find(|word| count.words.contains(word));
        let examined = ["审查", "审核", "审议"].iter().find_map(|word| {
            let own = count.words.find(word);
            let own = own.and_then(|at| count.words.get(..at + word.len()));
            Some(count.before)
                .filter(|words| words.contains(word))
                .or(own)
        });
        let (kind, label) = match (sense, merged, examined) {
            (_, Some(word), _) => (ExitKind::Merged, word.to_owned()),
            (CountSense::Filed, None, Some(words)) => (ExitKind::Rejected, fitting(words)),
            _ => return Vec::new(),
        };
        let reason = format!("比前一环节少{missing}件，原文没有写件数，由相减得出");
        let choices: &[&str] = match kind {
            ExitKind::Merged => &["并入同类提案", "原文未说明"],
            _ => &["未予立案", "原文未说明"],
        };
        self.doubts.push(Doubt::new(
            DoubtKind::Flow,
            50,
            count.quote,
            reason,
            choices,
        ));
        vec![self.exit(kind, label, None)]
    }

    fn exit(&mut self, kind: ExitKind, label: String, count: Option<&ToldCount<'a>>) -> Exit {
        Exit {
            id: self.naming.id("exit", &label),
            kind,
            label,
            figure: count.map(|count| count.id.clone()),
            to: None,
            reason: None,
            share: count.and_then(|count| count.share.clone()),
        }
    }

    /// What left with a count: before the stage that follows, or the one that was told.
    fn left(&mut self, kind: ExitKind, count: &ToldCount<'a>) {
        let Some(begun) = &self.flow else { return };
        if begun.flow.unit != count.unit {
            return;
        }
        let filed = begun
            .stages
            .iter()
            .position(|(sense, _)| *sense == CountSense::Filed);
        let assigned = begun
            .stages
            .iter()
            .position(|(sense, _)| *sense == CountSense::Assigned);
        let mut exit = self.exit(kind, fitting(count.words), Some(count));
        if kind == ExitKind::Transferred {
            let to = ["转为", "转作", "转送", "转交", "转"]
                .iter()
                .find_map(|word| count.words.split_once(word));
            exit.to = to
                .map(|(_, to)| to.trim().to_owned())
                .filter(|to| to.chars().count() > 1);
        }
        let Some(begun) = &mut self.flow else { return };
        begun.counts.push((exit.id.clone(), count.value));
        match filed
            .or(assigned)
            .filter(|at| *at > 0)
            .and_then(|at| begun.flow.stages.get_mut(at))
        {
            Some(stage) => {
                // What is counted needs no derived twin.
                stage
                    .exits
                    .retain(|other| other.figure.is_some() || other.kind != kind);
                stage.exits.push(exit);
            }
            None => begun.left.push(exit),
        }
    }

    /// A rate that has no count: beside the flow, unless it says that all were done, which
    /// is a stage.
    fn rate(&mut self, count: &ToldCount<'a>) {
        let all = count
            .share
            .as_deref()
            .is_some_and(|share| share.starts_with("100"));
        let ended = !count.words.starts_with("满意");
        let Some(begun) = self.flow.as_mut().filter(|_| !(all && ended)) else {
            return;
        };
        begun.flow.beside.push(Beside {
            id: self.naming.id("beside", count.words),
            label: count.words.to_owned(),
            figure: None,
            share: count.share.clone(),
            parts: Vec::new(),
        });
    }

    fn part(&mut self, split: usize, count: &ToldCount<'a>) {
        // A name that only ends in 提案 is a part where parts are told: 其中, or after another.
        let told = self.last == Some(PROPOSER)
            || [count.words, count.before]
                .iter()
                .any(|words| words.contains("其中"));
        if split == PROPOSER && part_name(PROPOSER, count.words).is_none() && !told {
            return;
        }
        let label = fitting(count.words);
        let Some((by, _)) = SPLITS.get(split) else {
            return;
        };
        let Some(by) = by.iter().find(|word| self.text.contains(**word)) else {
            return;
        };
        let part = SplitPart {
            id: self.naming.id("part", &label),
            label,
            figure: Some(count.id.clone()),
            share: count.share.clone(),
            parts: Vec::new(),
        };
        let Some(begun) = &mut self.flow else { return };
        begun.counts.push((part.id.clone(), count.value));
        if split == FEEDBACK {
            let goes_on = self.last == Some(split);
            match begun.flow.beside.last_mut().filter(|_| goes_on) {
                Some(beside) => beside.parts.push(part),
                None => begun.flow.beside.push(Beside {
                    id: self.naming.id("beside", by),
                    label: (*by).to_owned(),
                    figure: None,
                    share: None,
                    parts: vec![part],
                }),
            }
            return;
        }
        if begun.flow.unit != count.unit {
            return;
        }
        let counted = begun.stages.iter().rev().find(|(_, value)| *value > 0);
        let larger = counted.is_none_or(|(_, value)| *value < count.value);
        // What proposals are is told of a count; how they ended of the last stage.
        let ending = split == RESULT;
        let stage = begun.flow.stages.iter_mut().rev();
        let stage = stage
            .filter(|_| !larger)
            .find(|stage| ending || stage.figure.is_some());
        let Some(stage) = stage else {
            return;
        };
        match stage.splits.iter_mut().find(|other| other.by == **by) {
            Some(split) => split.parts.push(part),
            None => stage.splits.push(Split {
                by: (*by).to_owned(),
                parts: vec![part],
            }),
        }
    }
}

/// Which stage comes first.
fn rank(sense: CountSense) -> u8 {
    match sense {
        CountSense::Submitted => 0,
        CountSense::Filed => 1,
        CountSense::Assigned => 2,
        _ => 3,
    }
}
