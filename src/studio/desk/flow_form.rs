//! The flows as tables: each step with its name, its count as a figure of the text, and
//! what follows from the counts.

use leptos::html::Details;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::at_work::AtDesk;
use super::general_form::{FormGroup, Unfolding};
use super::holders::enter;
use super::marked_number::Field;
use crate::report::Report;
use crate::studio::edit::{append, fresh, remove, set};
use crate::studio::manuscript::{entries, words};

/// A row of the table: where it stands, and how it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FlowRow {
    pointer: String,
    /// 0 for a step, 1 for an exit or a part, 2 for a part of a part.
    depth: usize,
    exit: bool,
}

/// The rows of a flow, in reading order.
fn rows(file: &Value, flow: &str) -> Vec<FlowRow> {
    let mut rows = Vec::new();
    let mut push = |pointer: String, depth, exit| {
        rows.push(FlowRow {
            pointer,
            depth,
            exit,
        })
    };
    for stage in entries(file, &format!("{flow}/stages")) {
        for exit in entries(file, &format!("{stage}/exits")) {
            push(exit, 1, true);
        }
        push(stage.clone(), 0, false);
        for split in entries(file, &format!("{stage}/splits")) {
            for part in entries(file, &format!("{split}/parts")) {
                push(part.clone(), 1, false);
                for inner in entries(file, &format!("{part}/parts")) {
                    push(inner, 2, false);
                }
            }
        }
    }
    for beside in entries(file, &format!("{flow}/beside")) {
        push(beside.clone(), 0, false);
        for part in entries(file, &format!("{beside}/parts")) {
            push(part, 1, false);
        }
    }
    rows
}

/// All flows.
#[component]
pub fn Flows(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let flows = Memo::new(move |_| {
        desk.file.with(|file| {
            let Some(file) = file else { return Vec::new() };
            let parts = entries(file, "/parts").into_iter();
            parts
                .flat_map(|part| entries(file, &format!("{part}/flows")))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <section class="de-flows">
            <h3 class="de-pane__heading">{desk.say("流程", "Flows")}</h3>
            <Show when=move || flows.with(Vec::is_empty)>
                <p class="de-pane__note">{desk.say("文稿里没有读出流程（例如提案从提交到办结）。", "No flow was found in the document.")}</p>
            </Show>
            <For each=move || flows.get() key=Clone::clone let:flow>
                <FlowTable desk flow/>
            </For>
            <p class="de-pane__note">{desk.say("要另加一股：在下面“更多内容”里打开它所在的部分，再打开“流程”。", "To add one: open its part under “More” below, then “flows”.")}</p>
        </section>
    }
}

/// One flow.
#[component]
fn FlowTable(
    /// The state.
    desk: AtDesk,
    /// Its pointer.
    flow: String,
) -> impl IntoView {
    let at = StoredValue::new(flow);
    let all = Memo::new(move |_| {
        desk.file.with(|file| {
            file.as_ref()
                .map(|file| rows(file, &at.get_value()))
                .unwrap_or_default()
        })
    });
    let told = Memo::new(move |_| told(desk, &at.get_value()));
    let figures = desk.figures;
    // Each row offers every figure: a long report would have hundreds of thousands of nodes.
    let open = RwSignal::new(false);
    let details: NodeRef<Details> = NodeRef::new();
    let toggled = move |_| {
        if let Some(details) = details.get_untracked() {
            open.set(details.open());
        }
    };
    let title = move || {
        desk.file.with(|file| {
            file.as_ref()
                .map(|file| words(file, &format!("{}/title", at.get_value())).to_owned())
        })
    };
    view! {
        <details class="de-flow" node_ref=details data-holds=at.get_value() on:toggle=toggled>
            <summary>{title}</summary>
            <Show when=move || open.get()>
            <Field desk pointer=format!("{}/title", at.get_value()) name=("图题", "Title")/>
            <div class="de-flow__scroll" tabindex="0" role="group" aria-label=desk.say("流程表", "The flow’s table")>
                <table class="de-flow__table">
                    <thead><tr>
                        <th scope="col">{desk.say("环节", "Step")}</th>
                        <th scope="col">{desk.say("件数（文中的数字）", "Count (a figure of the text)")}</th>
                        <th scope="col">{desk.say("原文的比例", "Printed share")}</th>
                        <th scope="col"><span class="de-heard">{desk.say("去掉", "Remove")}</span></th>
                    </tr></thead>
                    <tbody>
                        <For each=move || all.get() key=|row| row.pointer.clone() let:row>
                            <FlowLine desk row figures/>
                        </For>
                    </tbody>
                </table>
            </div>
            <ul class="de-flow__told" aria-live="polite">
                {move || told.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
            <Unfolding holds=at.get_value() name=Signal::derive(move || desk.said("去向、构成和其他", "Exits, parts, and the rest")) inside=move || view! {
                <FormGroup desk pointer=at.get_value()/>
            }/>
            <div class="de-panel__row">
                <button class="de-button de-button--small" type="button" on:click=move |_| {
                    let added = desk.change("", |file| {
                        let id = fresh(file, "stage", "");
                        append(file, &format!("{}/stages", at.get_value()), json!({"id": id, "label": "", "short": ""}))
                    });
                    if let Some(added) = added {
                        enter(&added);
                    }
                }>{desk.say("加一个环节", "Add a step")}</button>
                <button class="de-button de-button--small" type="button" on:click=move |_| {
                    desk.change("", |file| remove(file, &at.get_value()));
                }>{desk.say("不画这股流程", "Draw no such flow")}</button>
            </div>
            </Show>
        </details>
    }
}

/// What follows from the counts, in the page's own words.
fn told(desk: AtDesk, flow: &str) -> Vec<String> {
    let report = desk
        .file
        .with(|file| serde_json::from_value::<Report>(file.as_ref()?.as_ref().clone()).ok());
    let Some(report) = report else {
        return Vec::new();
    };
    let steps: Vec<usize> = flow
        .split('/')
        .filter_map(|step| step.parse().ok())
        .collect();
    let flow = steps.first().and_then(|part| report.parts.get(*part));
    let flow = flow.and_then(|part| part.flows.get(*steps.get(1)?));
    let Some(flow) = flow else { return Vec::new() };
    let counted = flow.counted(&report);
    let mut lines: Vec<String> = counted.items().iter().map(|item| item.sentence()).collect();
    lines.extend(
        counted
            .discrepancies()
            .iter()
            .map(|found| found.kind.sentence()),
    );
    lines
}

/// Where an exit leads, as the file calls it.
const EXITS: [(&str, &str, &str); 5] = [
    ("rejected", "没有受理", "Not accepted"),
    ("merged", "并入同类", "Merged"),
    ("transferred", "转到别处", "Handed on"),
    ("pending", "还没有完成", "Pending"),
    ("unstated", "原文未说明", "Not told"),
];

/// Where an exit leads.
#[component]
fn ExitKindField(
    /// The state.
    desk: AtDesk,
    /// The exit's pointer.
    pointer: String,
) -> impl IntoView {
    let at = StoredValue::new(format!("{pointer}/kind"));
    let chosen = Memo::new(move |_| {
        desk.file.with(|file| {
            file.as_ref()
                .map(|file| words(file, &at.get_value()).to_owned())
        })
    });
    view! {
        <select class="de-field" aria-label=desk.say("去向的种类", "Kind of exit") data-holds=at.get_value()
            on:change=move |event| {
                let (at, kind) = (at.get_value(), event_target_value(&event));
                desk.change("", |file| set(file, &at, Value::from(kind)));
            }>
            {EXITS.map(|(kind, zh, en)| view! {
                <option value=kind selected=move || chosen.get().as_deref() == Some(kind)>{desk.say(zh, en)}</option>
            }).collect_view()}
        </select>
    }
}

/// One row.
#[component]
fn FlowLine(
    /// The state.
    desk: AtDesk,
    /// Which.
    row: FlowRow,
    /// Every figure's id, and how it is told.
    figures: Memo<Vec<(String, String)>>,
) -> impl IntoView {
    let at = StoredValue::new(row.pointer.clone());
    let chosen = Memo::new(move |_| {
        desk.file.with(|file| {
            file.as_ref()
                .map(|file| words(file, &format!("{}/figure", at.get_value())).to_owned())
                .unwrap_or_default()
        })
    });
    let figures = move || {
        let chosen = chosen.get();
        figures
            .get()
            .into_iter()
            .map(|(id, told)| {
                let selected = id == chosen;
                view! { <option value=id selected=selected>{told}</option> }
            })
            .collect_view()
    };
    let stage = row.depth == 0 && row.pointer.contains("/stages/");
    let counted = move || {
        desk.file.with(|file| {
            file.as_ref().is_some_and(|file| {
                file.pointer(&format!("{}/figure", at.get_value()))
                    .is_some()
            })
        })
    };
    let name = if row.exit {
        ("去向", "Exit")
    } else {
        ("名称", "Name")
    };
    view! {
        <tr data-depth=row.depth.to_string() data-exit=row.exit.to_string()>
            <td>
                <Field desk pointer=format!("{}/label", row.pointer) name/>
                {row.exit.then(|| view! { <ExitKindField desk pointer=row.pointer.clone()/> })}
                {stage.then(|| view! {
                    <div class="de-flow__more"><Field desk pointer=format!("{}/short", row.pointer) name=("简称", "Short")/></div>
                })}
            </td>
            <td>
                <select class="de-field" aria-label=desk.say("件数", "Count") data-holds=format!("{}/figure", row.pointer)
                    on:change=move |event| {
                        let id = event_target_value(&event);
                        let at = format!("{}/figure", at.get_value());
                        desk.change("", |file| set(file, &at, Value::from(id)));
                    }>
                    <option value="">{desk.say("（推算）", "(derived)")}</option>
                    {figures}
                </select>
                {stage.then(|| view! {
                    <Show when=move || !counted()>
                        <div class="de-flow__more"><Field desk pointer=format!("{}/quote", at.get_value()) name=("依据的原文", "The source’s words")/></div>
                    </Show>
                })}
            </td>
            <td><Field desk pointer=format!("{}/share", row.pointer) name=("比例", "Share")/></td>
            <td>
                <button class="de-button de-button--small" type="button" aria-label=desk.say("去掉这一行", "Remove the row")
                    on:click=move |_| { desk.change("", |file| remove(file, &at.get_value())); }>"×"</button>
            </td>
        </tr>
    }
}
