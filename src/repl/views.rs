//! What the commands about tasks and frames show, in words.

use super::interpreter::Interpreter;
use super::lookup;
use crate::asyncio::inspect::{
    Holder, TaskState, Wait, holders, pending_tasks, sources, task_frames, task_name,
    task_native_coroutine, task_place, task_state, tasks_that_know, timeout_of, wait_of,
    waits_since,
};
use crate::asyncio::task::TaskData;
use crate::code::disassemble::disassemble as list_code;
use crate::compiler::{Mode, Options};
use crate::object::class::Class;
use crate::object::code::CodeObject;
use crate::object::frame::{Frame, FrameState};
use crate::object::function::{BoundMethod, Function};
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{Ref, Result, Value};
use crate::source::SourceFile;
use crate::vm::generator::kind_name;
use crate::vm::inspect::{chain, delegate, frame_of, in_library, locals, native_coroutine};

/// A place in the program: `<stdin>-2:3`.
fn place(frame: &Frame) -> String {
    format!("{}:{}", frame.code().code.source.name, frame.line())
}

/// The line of the program where a frame stands.
fn line_text(frame: &Frame) -> String {
    frame.code().code.source.line_text(frame.line()).trim().to_owned()
}

fn class_name(interpreter: &Interpreter, value: &Value) -> String {
    interpreter.vm.class_of(value).name().as_str().to_owned()
}

/// The name by which the session knows an object, if it does.
fn global_name(interpreter: &Interpreter, object: &Value) -> Option<String> {
    let entries = interpreter.globals.entries();
    let found = entries
        .iter()
        .find(|(name, value)| value.is(object) && name.as_str().is_some_and(|name| name != "_"));
    found.and_then(|(name, _)| name.as_str().map(str::to_owned))
}

/// An object as a noun: Lock `lock`, or a Lock.
fn noun(interpreter: &Interpreter, object: &Value) -> String {
    let class = class_name(interpreter, object);
    match global_name(interpreter, object) {
        Some(name) => format!("{class} `{name}`"),
        None if class.starts_with(['A', 'E', 'I', 'O']) => format!("an {class}"),
        None => format!("a {class}"),
    }
}

fn names(tasks: &[Value]) -> String {
    const SHOWN: usize = 4;
    let mut text = tasks.iter().take(SHOWN).map(task_name).collect::<Vec<_>>().join(", ");
    if tasks.len() > SHOWN {
        text.push_str(&format!(" and {} more", tasks.len() - SHOWN));
    }
    text
}

/// What a task waits for, in a few words.
fn wait_text(interpreter: &Interpreter, task: &Value) -> String {
    match wait_of(task) {
        None => String::new(),
        Some(Wait::Timer { when }) => format!("until t={}", interpreter.time_text(when)),
        Some(Wait::Tasks(tasks)) => names(&tasks),
        Some(Wait::Primitive { object, method }) => {
            format!("{method}() of {}", noun(interpreter, &object))
        }
        Some(Wait::Future(future)) => noun(interpreter, &future),
    }
}

fn state_word(state: TaskState) -> &'static str {
    match state {
        TaskState::Ready => "ready",
        TaskState::Running => "running",
        TaskState::Waiting => "waiting",
        TaskState::Finished => "finished",
        TaskState::Failed => "failed",
        TaskState::Cancelled => "cancelled",
    }
}

/// Columns of text under a heading.
fn table(heading: &[&str], rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.chain([heading[column].len()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..heading.len()).map(width).collect();
    let line = |cells: Vec<&str>| {
        let padded = cells.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut lines = vec![line(heading.to_vec())];
    lines.extend(rows.iter().map(|row| line(row.iter().map(String::as_str).collect())));
    lines.join("\n")
}

/// The tasks that are not done.
pub fn tasks(interpreter: &mut Interpreter) -> String {
    let tasks = pending_tasks(&interpreter.event_loop);
    if tasks.is_empty() {
        return "no tasks".to_owned();
    }
    let mut rows = Vec::new();
    for task in &tasks {
        let state = task_state(&interpreter.vm, task);
        let (at, line) = match (task_place(task), task_native_coroutine(task)) {
            (Some(frame), _) => (place(&frame), line_text(&frame)),
            (None, Some(native)) => (String::new(), format!("{}()", native.body.qualname)),
            (None, None) => (String::new(), String::new()),
        };
        let since = match state {
            TaskState::Waiting => waits_since(task),
            _ => None,
        };
        rows.push(vec![
            task_name(task),
            state_word(state).to_owned(),
            at,
            line,
            wait_text(interpreter, task),
            since.map_or(String::new(), |since| format!("t={}", interpreter.time_text(since))),
        ]);
    }
    table(&["task", "state", "at", "line", "waits for", "since"], &rows)
}

/// The task that a name means: a task's own name, or a variable.
fn find_task(interpreter: &mut Interpreter, name: &str) -> Option<Value> {
    let tasks = pending_tasks(&interpreter.event_loop);
    if let Some(task) = tasks.iter().find(|task| task_name(task) == name) {
        return Some(task.clone());
    }
    let value = lookup::resolve(interpreter, name)?;
    if value.native::<TaskData>().is_some() {
        return Some(value);
    }
    // A coroutine stands for the task that runs it.
    let runs = |task: &&Value| {
        task.native::<TaskData>().is_some_and(|data| data.coroutine.get().is(&value))
    };
    tasks.iter().find(runs).cloned()
}

/// Why a task waits.
pub fn why(interpreter: &mut Interpreter, name: &str) -> String {
    let Some(task) = find_task(interpreter, name) else {
        return match lookup::resolve(interpreter, name) {
            Some(value) => {
                format!("{name} is no task, it is {}", noun_of_kind(interpreter, &value))
            }
            None => format!("there is no task {name}; :tasks lists them"),
        };
    };
    let mut lines = Vec::new();
    let mut seen: Vec<Value> = Vec::new();
    let mut waiting = vec![task];
    while let Some(task) = waiting.pop() {
        if seen.iter().any(|known| known.is(&task)) {
            continue;
        }
        seen.push(task.clone());
        explain(interpreter, &task, &mut lines, &mut waiting, &seen);
    }
    lines.join("\n")
}

/// What a value is, with an article.
fn noun_of_kind(interpreter: &Interpreter, value: &Value) -> String {
    let class = class_name(interpreter, value);
    let article =
        if class.starts_with(['a', 'e', 'i', 'o', 'E', 'A', 'I', 'O']) { "an" } else { "a" };
    format!("{article} {class}")
}

/// A time to come, and how far it is.
fn moment(interpreter: &Interpreter, when: f64) -> String {
    let left = interpreter.time_text((when - interpreter.time()).max(0.0));
    format!("t={}, {left} s from now", interpreter.time_text(when))
}

/// One task of the answer to `:why`: a headline and what supports it. Tasks that it waits for are
/// put into `waiting`, to be explained next.
fn explain(
    interpreter: &mut Interpreter,
    task: &Value,
    lines: &mut Vec<String>,
    waiting: &mut Vec<Value>,
    seen: &[Value],
) {
    let name = task_name(task);
    let state = task_state(&interpreter.vm, task);
    let wait = wait_of(task);
    let headline = match (&wait, state) {
        (_, TaskState::Running) => format!("{name} is running"),
        (_, TaskState::Ready) => {
            format!("{name} does not wait: it is ready, and runs in the next turn of the loop")
        }
        (_, TaskState::Finished) => format!("{name} does not wait: it has finished"),
        (_, TaskState::Failed) => format!("{name} does not wait: it has failed"),
        (_, TaskState::Cancelled) => format!("{name} does not wait: it was cancelled"),
        (None, TaskState::Waiting) => format!("{name} waits"),
        (Some(Wait::Timer { when }), _) => {
            format!("{name} waits until {}", moment(interpreter, *when))
        }
        (Some(Wait::Tasks(tasks)), _) => format!("{name} waits for {}", names(tasks)),
        (Some(Wait::Primitive { object, method }), _) => {
            format!("{name} waits in {method}() of {}", noun(interpreter, object))
        }
        (Some(Wait::Future(future)), _) => {
            format!("{name} waits for {}", noun(interpreter, future))
        }
    };
    lines.push(headline);
    if matches!(state, TaskState::Waiting | TaskState::Ready) {
        let frames = task_frames(task);
        for frame in frames.iter().filter(|frame| !in_library(frame)) {
            let code = frame.code();
            lines.push(format!(
                "    {} in {}: {}",
                place(frame),
                code.name.as_str(),
                line_text(frame)
            ));
        }
    }
    if let (TaskState::Waiting, Some(when)) = (state, timeout_of(task)) {
        lines.push(format!("    a timeout ends that at {}", moment(interpreter, when)));
    }
    match wait {
        Some(Wait::Tasks(tasks)) => {
            for other in tasks.iter().rev() {
                if seen.iter().any(|known| known.is(other)) {
                    lines.push(format!(
                        "    {} is above: they wait for each other",
                        task_name(other)
                    ));
                }
                waiting.push(other.clone());
            }
        }
        Some(Wait::Primitive { object, method }) if method == "acquire" => {
            explain_holders(interpreter, task, &object, lines, waiting, seen);
        }
        Some(Wait::Primitive { object: future, .. } | Wait::Future(future)) => {
            lines.extend(who_knows(interpreter, task, &future));
        }
        Some(Wait::Timer { .. }) | None => {}
    }
}

fn explain_holders(
    interpreter: &mut Interpreter,
    task: &Value,
    object: &Value,
    lines: &mut Vec<String>,
    waiting: &mut Vec<Value>,
    seen: &[Value],
) {
    let holders = holders(&interpreter.event_loop, object);
    for Holder { task: holder, frame } in &holders {
        let place = place(frame);
        if holder.is(task) {
            lines.push("    it holds that itself: nobody else can release it".to_owned());
        } else if seen.iter().any(|known| known.is(holder)) {
            let name = task_name(holder);
            lines.push(format!("    {name} holds it, above: they wait for each other"));
        } else {
            lines.push(format!("    {} holds it, and is at {place}", task_name(holder)));
        }
    }
    match holders.is_empty() {
        true => lines.extend(who_knows(interpreter, task, object)),
        false => waiting.extend(holders.into_iter().rev().map(|holder| holder.task)),
    }
}

/// Who could wake what waits at an object: the tasks and names that lead to it.
fn who_knows(interpreter: &mut Interpreter, task: &Value, object: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for (other, variable) in tasks_that_know(&interpreter.event_loop, object, task) {
        lines.push(format!("    {} could end that: it has `{variable}`", task_name(&other)));
    }
    if let Some(name) = global_name(interpreter, object) {
        lines.push(format!("    you could end that: it is `{name}`"));
    }
    for source in sources(object, task) {
        lines.push(format!("    the end of {} could end that", task_name(&source)));
    }
    if lines.is_empty() && timeout_of(task).is_none() {
        lines.push(match interpreter.vm.threads.is_alone() {
            true => "    nothing that is known here leads to it: nobody can end that".to_owned(),
            false => "    nothing that is known here leads to it, unless a thread does".to_owned(),
        });
    }
    lines
}

/// Who waits for whom.
pub fn graph(interpreter: &mut Interpreter) -> String {
    let tasks = pending_tasks(&interpreter.event_loop);
    if tasks.is_empty() {
        return "no tasks".to_owned();
    }
    let next = |interpreter: &Interpreter, task: &Value| match wait_of(task) {
        Some(Wait::Tasks(tasks)) => tasks,
        Some(Wait::Primitive { object, method }) if method == "acquire" => {
            let holders = holders(&interpreter.event_loop, &object).into_iter();
            holders.map(|holder| holder.task).filter(|holder| !holder.is(task)).collect()
        }
        _ => Vec::new(),
    };
    let targets: Vec<Value> = tasks.iter().flat_map(|task| next(interpreter, task)).collect();
    let is_target = |task: &Value| targets.iter().any(|target| target.is(task));
    let mut lines = Vec::new();
    let mut drawn: Vec<Value> = Vec::new();
    // First those for whom nobody waits; what is left then is circles.
    let (inner, roots): (Vec<Value>, Vec<Value>) = tasks.into_iter().partition(is_target);
    for task in roots.into_iter().chain(inner) {
        if !drawn.iter().any(|known| known.is(&task)) {
            draw(interpreter, &task, ["", ""], &next, &mut lines, &mut drawn, &mut Vec::new());
        }
    }
    lines.join("\n")
}

fn draw(
    interpreter: &Interpreter,
    task: &Value,
    [lead, below]: [&str; 2],
    next: &dyn Fn(&Interpreter, &Value) -> Vec<Value>,
    lines: &mut Vec<String>,
    drawn: &mut Vec<Value>,
    path: &mut Vec<Value>,
) {
    let name = task_name(task);
    if path.iter().any(|above| above.is(task)) {
        lines.push(format!("{lead}{name}, above: a circle"));
        return;
    }
    let mut line = format!("{lead}{name}");
    if let Some(frame) = task_place(task) {
        line.push_str(&format!("  {}() at {}", frame.code().name.as_str(), place(&frame)));
    } else if let Some(native) = task_native_coroutine(task) {
        line.push_str(&format!("  {}()", native.body.name));
    }
    let state = task_state(&interpreter.vm, task);
    match wait_of(task) {
        Some(Wait::Tasks(_)) => {}
        Some(_) => line.push_str(&format!("  {}", wait_text(interpreter, task))),
        None => line.push_str(&format!("  {}", state_word(state))),
    }
    let children = next(interpreter, task);
    let is_known = drawn.iter().any(|known| known.is(task));
    if is_known && !children.is_empty() {
        line.push_str("  (see above)");
    }
    lines.push(line);
    if is_known {
        return;
    }
    drawn.push(task.clone());
    path.push(task.clone());
    for (number, child) in children.iter().enumerate() {
        let (branch, stem) = match number + 1 == children.len() {
            true => ("└── ", "    "),
            false => ("├── ", "│   "),
        };
        let lead = format!("{below}{branch}");
        let stem = format!("{below}{stem}");
        draw(interpreter, child, [&lead, &stem], next, lines, drawn, path);
    }
    path.pop();
}

/// Where a generator, coroutine or task stands, and its variables.
pub fn frame(interpreter: &mut Interpreter, name: &str) -> String {
    let value = lookup::resolve(interpreter, name);
    let found = value.as_ref().and_then(frame_of);
    let frames = match found {
        Some(frame) => chain(&frame),
        None => match find_task(interpreter, name) {
            Some(task) => match (task_frames(&task), task_native_coroutine(&task)) {
                (frames, Some(native)) if frames.is_empty() => return without_frame(&native),
                (frames, _) if frames.is_empty() => return format!("{name} is done"),
                (frames, _) => frames,
            },
            None => {
                if let Some(native) = value.as_ref().and_then(native_coroutine) {
                    return without_frame(&native);
                }
                return match value {
                    Some(value) => {
                        let kind = noun_of_kind(interpreter, &value);
                        format!(
                            "{name} has no frame: it is {kind}, no generator, coroutine or task"
                        )
                    }
                    None => format!("name '{name}' is not defined"),
                };
            }
        },
    };
    let mut lines = Vec::new();
    let own: Vec<&Ref<Frame>> = frames.iter().filter(|frame| !in_library(frame)).collect();
    let shown = if own.is_empty() { frames.iter().collect() } else { own };
    for (number, frame) in shown.iter().enumerate() {
        if number > 0 {
            lines.push(String::new());
        }
        show_frame(interpreter, frame, &mut lines);
    }
    // What the last frame waits for, if that is not a frame of the program.
    if let Some(inner) = frames.last().filter(|frame| in_library(frame)) {
        lines.push(format!("  awaits {}()", inner.code().qualname.as_str()));
    } else if let Some(target) = frames.last().and_then(delegate) {
        let text = match native_coroutine(&target) {
            Some(native) => format!("{}()", native.body.qualname),
            None => short_repr(interpreter, &target),
        };
        lines.push(format!("  awaits {text}"));
    }
    lines.join("\n")
}

fn state_of_frame(state: FrameState) -> &'static str {
    match state {
        FrameState::Created => "not started",
        FrameState::Suspended | FrameState::Delegated => "suspended",
        FrameState::Running => "running",
        FrameState::Finished => "finished",
    }
}

/// What there is to say of a coroutine that is part of the interpreter.
fn without_frame(native: &NativeCoroutine) -> String {
    let state = state_of_frame(native.state.get());
    format!("coroutine {}, {state}; it is built in and has no lines", native.body.qualname)
}

fn show_frame(interpreter: &mut Interpreter, frame: &Ref<Frame>, lines: &mut Vec<String>) {
    let code = frame.code().clone();
    let source = &code.code.source;
    let state = state_of_frame(frame.state.get());
    let kind = kind_name(code.kind);
    let name = code.qualname.as_str();
    if frame.state.get() == FrameState::Finished {
        lines.push(format!("{kind} {name}, finished"));
        return;
    }
    let line = frame.line();
    lines.push(format!("{kind} {name}, {state} at {}:{line}", source.name));
    let first = line.saturating_sub(1).max(code.code.first_line);
    for number in first..=line + 1 {
        let text = source.line_text(number);
        if text.trim().is_empty() && number != line {
            continue;
        }
        let mark = if number == line { "-->" } else { "   " };
        lines.push(format!("  {mark} {number:>3} | {text}").trim_end().to_owned());
    }
    for (name, value) in locals(frame) {
        lines.push(format!("  {name} = {}", short_repr(interpreter, &value)));
    }
}

/// A value's text, cut where it gets long.
fn short_repr(interpreter: &mut Interpreter, value: &Value) -> String {
    const WIDTH: usize = 100;
    let text = match interpreter.vm.repr(value) {
        Ok(text) => text.as_str().to_owned(),
        Err(_) => return format!("<{} whose repr fails>", class_name(interpreter, value)),
    };
    match text.chars().count() > WIDTH {
        true => text.chars().take(WIDTH).chain(['…']).collect(),
        false => text,
    }
}

/// The bytecode of what a name means, or of code.
///
/// # Errors
/// SyntaxError if the text is neither.
pub fn disassemble(interpreter: &mut Interpreter, subject: &str) -> Result<String> {
    if let Some(value) = lookup::resolve(interpreter, subject)
        && let Some(text) = disassemble_value(&value)
    {
        return Ok(text);
    }
    let source = std::rc::Rc::new(SourceFile::new("<dis>", format!("{subject}\n")));
    let options =
        Options { mode: Mode::Prompt, top_level_await: true, ..interpreter.vm.compiler_options() };
    let code = interpreter.vm.compile_source(&source, options)?;
    Ok(list_code(&code.code))
}

fn disassemble_value(value: &Value) -> Option<String> {
    if let Some(function) = value.get::<Function>() {
        return Some(list_code(&function.code.code));
    }
    if let Some(method) = value.get::<BoundMethod>() {
        return disassemble_value(&method.function.clone());
    }
    if let Some(code) = value.get::<CodeObject>() {
        return Some(list_code(&code.code));
    }
    if let Some(frame) = frame_of(value) {
        return Some(list_code(&frame.code().code));
    }
    if let Some(task) = value.native::<TaskData>() {
        return disassemble_value(&task.coroutine.get());
    }
    let class = value.get_ref::<Class>()?;
    let mut listings = Vec::new();
    for (_, member) in class.dict().entries() {
        if member.get::<Function>().is_some() {
            listings.extend(disassemble_value(&member));
        }
    }
    (!listings.is_empty()).then(|| listings.join("\n"))
}
