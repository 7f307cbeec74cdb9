//! A funnel told item by item, in the order of the flow: what is lost on the way
//! to a stage, the stage, and at the end the sources. One telling for the
//! drawing, the detail card and the exports.

use super::find::clause;
use super::steps::Step;
use super::{Funnel, Id, Loss, Part, Report, Source, Stage};

/// A stage, a loss or a source, with what it is measured against.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// What it is.
    pub kind: ItemKind<'a>,
    /// Its name.
    pub label: &'a str,
    /// How many (件).
    pub count: u64,
    /// What the step rate is a share of; none for the first stage.
    pub whole: Option<&'a Stage>,
    /// The first stage, which the overall rate is a share of.
    pub first: &'a Stage,
    /// The share of `whole`, in per cent.
    pub step_rate: Option<String>,
    /// The share of `first`, in per cent.
    pub overall_rate: String,
    /// How many fewer than at the stage before; none for all but later stages.
    pub fewer: Option<u64>,
}

/// What an item is, with its place among its like.
#[derive(Clone, Copy, Debug)]
pub enum ItemKind<'a> {
    /// A stage.
    Stage(usize, &'a Stage),
    /// What is lost on the way to this stage.
    Loss(usize, &'a Stage, &'a Loss),
    /// A source of the last stage.
    Source(usize, &'a Source),
}

impl Funnel {
    /// Every item, in the order of the flow.
    pub fn items(&self) -> Vec<Item<'_>> {
        let mut items = Vec::new();
        for (index, step) in self.steps().into_iter().enumerate() {
            items.extend(lost(index, &step));
            items.push(Item {
                kind: ItemKind::Stage(index, step.stage),
                label: &step.stage.label,
                count: step.stage.count,
                whole: step.previous,
                first: step.first,
                step_rate: step.step_rate(),
                overall_rate: step.overall_rate(),
                fewer: step.previous.map(|_| step.lost()),
            });
        }
        if let Some(first) = self.stages.first() {
            let sources = self.sources.iter().enumerate();
            items.extend(sources.map(|(index, source)| Item {
                kind: ItemKind::Source(index, source),
                label: &source.label,
                count: source.count,
                whole: self.source_whole(),
                first,
                step_rate: Some(self.source_rate(source)),
                overall_rate: self.source_overall_rate(source),
                fewer: None,
            }));
        }
        items
    }
}

fn lost<'a>(index: usize, step: &Step<'a>) -> Option<Item<'a>> {
    let (loss, previous, rate) = step.loss()?;
    Some(Item {
        kind: ItemKind::Loss(index, step.stage, loss),
        label: &loss.label,
        count: step.lost(),
        whole: Some(previous),
        first: step.first,
        step_rate: Some(rate),
        overall_rate: step.lost_overall_rate(),
        fewer: None,
    })
}

impl<'a> Item<'a> {
    /// The attribute by which the page names it, and the id in it.
    pub fn name(&self) -> (&'static str, &'a Id) {
        match self.kind {
            ItemKind::Stage(_, stage) => ("data-stage", &stage.id),
            ItemKind::Loss(_, stage, _) => ("data-loss", &stage.id),
            ItemKind::Source(_, source) => ("data-source", &source.id),
        }
    }

    /// The id, where the page names it by this attribute.
    pub fn named(&self, attribute: &str) -> Option<String> {
        let (name, id) = self.name();
        (name == attribute).then(|| id.0.clone())
    }

    /// The fragment of its address.
    pub fn fragment(&self) -> String {
        let id = &self.name().1.0;
        match self.kind {
            ItemKind::Loss(..) => ["loss-", id].concat(),
            _ => id.clone(),
        }
    }

    /// All that its place in a drawing says, in one sentence; `unit` is what is
    /// counted in.
    pub fn sentence(&self, unit: &str) -> String {
        let mut sentence = [self.label, " ", &self.count.to_string(), unit].concat();
        for (of, rate) in self.rates() {
            sentence.push('，');
            sentence.push_str(&of);
            sentence.push_str(rate);
        }
        sentence
    }

    /// The figure that its count is taken from, where the data names one.
    pub fn figure(&self) -> Option<&'a Id> {
        match self.kind {
            ItemKind::Stage(_, stage) => stage.figure.as_ref(),
            ItemKind::Loss(..) => None,
            ItemKind::Source(_, source) => source.figure.as_ref(),
        }
    }

    /// Its rates, each after what it is a share of, so that nobody must guess;
    /// the first stage is where the shares begin.
    pub fn rates(&self) -> Vec<(String, &str)> {
        let of = |whole: &Stage| ["占", &whole.short, " "].concat();
        match (self.whole, &self.step_rate) {
            (Some(whole), Some(rate)) => {
                let mut rates = vec![(of(whole), rate.as_str())];
                if whole.id != self.first.id {
                    rates.push((of(self.first), &self.overall_rate));
                }
                rates
            }
            _ => vec![("起点 ".to_owned(), "100%")],
        }
    }

    /// What else is to be told, each under its name: what is less than at the
    /// stage before, or how a loss is computed and its reason. A reason that
    /// the source does not give is said not to be given.
    pub fn facts(&self, unit: &str) -> Vec<(String, String)> {
        let named = |stage: &Stage| [&stage.short, stage.count.to_string().as_str()].concat();
        let mut facts = Vec::new();
        if let (Some(whole), Some(fewer)) = (self.whole, self.fewer) {
            let fewer = [&fewer.to_string(), unit].concat();
            facts.push((["较", &whole.short, "少"].concat(), fewer));
        }
        match (self.kind, self.whole) {
            (ItemKind::Stage(_, stage), _) => {
                let lost = self
                    .fewer
                    .filter(|&fewer| fewer > 0)
                    .and(stage.loss.as_ref());
                facts.extend(lost.map(|loss| ("减少部分".to_owned(), loss.label.clone())));
            }
            (ItemKind::Loss(_, stage, loss), Some(whole)) => {
                let way = [&named(whole), " − ", &named(stage)].concat();
                let reason = loss.reason.as_deref().unwrap_or("原文未注明");
                facts.push(("算法".to_owned(), way));
                facts.push(("原因".to_owned(), reason.to_owned()));
            }
            _ => {}
        }
        facts
    }

    /// The source's own words about it, as they stand in the part's text.
    pub fn quote(&self, report: &'a Report, part: &'a Part) -> Option<&'a str> {
        match self.kind {
            ItemKind::Stage(_, stage) => Some(&stage.quote),
            ItemKind::Loss(_, stage, loss) => Some(loss.reason.as_ref().unwrap_or(&stage.quote)),
            ItemKind::Source(_, source) => {
                let figure = report.figure(source.figure.as_ref()?)?;
                clause(&part.text.as_ref()?.text, &figure.phrase)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let data = include_str!("../../public/data/report.json");
        serde_json::from_str(data).expect("the report")
    }

    /// Every item as one line: its name, rates, facts and quote.
    fn told(report: &Report) -> Vec<String> {
        let (part, funnel) = report.funnel().expect("a funnel");
        let items = funnel.items().into_iter().map(|item| {
            let (_, id) = item.name();
            let rates: Vec<_> = item
                .rates()
                .iter()
                .map(|(of, rate)| [of, *rate].concat())
                .collect();
            let facts: Vec<_> = item
                .facts(&funnel.unit)
                .into_iter()
                .map(|(a, b)| a + " " + &b)
                .collect();
            let quote = item.quote(report, part).unwrap_or("—");
            let (rates, facts) = (rates.join("，"), facts.join("，"));
            format!(
                "{} {} {}｜{rates}｜{facts}｜{quote}",
                id.0, item.label, item.count
            )
        });
        items.collect()
    }

    #[test]
    fn every_item_tells_its_numbers_and_its_source() {
        assert_eq!(
            told(&report()),
            [
                "submitted 提交提案 7596｜起点 100%｜｜五年共提交提案7596件",
                "filed 经审查未立案 1359｜占提交 17.9%｜算法 提交7596 − 立案6237，原因 原文未注明｜经审查，立案6237件",
                "filed 立案 6237｜占提交 82.1%｜较提交少 1359件，减少部分 经审查未立案｜经审查，立案6237件",
                "assigned 并案 951｜占立案 15.2%，占提交 12.5%｜算法 立案6237 − 交办5286，原因 原文未注明｜并案后交办5286件",
                "assigned 并案后交办 5286｜占立案 84.8%，占提交 69.6%｜较立案少 951件，减少部分 并案｜并案后交办5286件",
                "concluded 全部按时办结 5286｜占交办 100%，占提交 69.6%｜较交办少 0件｜所有交办提案均已按时办结",
                "member 委员提案 4512｜占交办 85.4%，占提交 59.4%｜｜委员提案4512件",
                "collective 集体提案 774｜占交办 14.6%，占提交 10.2%｜｜集体提案774件",
            ]
        );
    }

    #[test]
    fn a_reason_that_the_data_gives_is_told_in_its_words() {
        let mut report = report();
        let funnel = report
            .parts
            .iter_mut()
            .find_map(|part| part.funnel.as_mut());
        let loss = funnel.and_then(|funnel| funnel.stages[1].loss.as_mut());
        loss.expect("a loss").reason = Some("经审查".to_owned());
        let told = told(&report);
        assert!(told[1].ends_with("原因 经审查｜经审查"), "{}", told[1]);
    }
}
