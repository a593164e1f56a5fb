//! How futures, tasks, callbacks and deadlocks are told to people.

use super::condition::ConditionData;
use super::event::EventData;
use super::future::{Callback, State, future_state};
use super::lock::LockData;
use super::queue::QueueData;
use super::semaphore::SemaphoreData;
use super::task::TaskData;
use super::task_group::TaskGroupData;
use crate::code::CodeKind;
use crate::object::dict::Dict;
use crate::object::frame::{Frame, FramePointer, FrameState};
use crate::object::function::Function;
use crate::object::heap::tracked_objects;
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{Exception, Ref, Result, Value};
use crate::vm::Vm;
use crate::vm::import::is_library_file;

const PARTIAL: &str = "functools.partial";

/// Where a callback's function was defined: file and line. Bound methods do not say.
fn source_of(vm: &mut Vm, function: &Value) -> Result<Option<(String, u32)>> {
    let mut function = function.clone();
    let wrapped = vm.intern("__wrapped__");
    // Wrappers and partials are looked through, a bounded number of times.
    for _ in 0..100 {
        if let Some(inner) = vm.get_attr_optional(&function, &wrapped)? {
            function = inner;
        } else if let Some(plain) = function.get::<Function>() {
            let code = &plain.code.code;
            return Ok(Some((code.source.name.clone(), code.first_line)));
        } else if [PARTIAL, "partialmethod"].contains(&vm.type_name(&function).as_str()) {
            let name = vm.intern("func");
            function = vm.get_attr(&function, &name)?;
        } else {
            break;
        }
    }
    Ok(None)
}

fn short_repr(vm: &mut Vm, value: &Value) -> Result<String> {
    let module = vm.import("reprlib")?;
    let text = vm.call_method(&module, "repr", std::slice::from_ref(value))?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// The arguments of a callback; outside debug mode they are nobody's business.
fn arguments_text(
    vm: &mut Vm,
    arguments: &[Value],
    keywords: &[(Value, Value)],
    debug: bool,
) -> Result<String> {
    let mut list = Vec::new();
    if debug {
        for argument in arguments {
            list.push(short_repr(vm, argument)?);
        }
        for (name, value) in keywords {
            let name = vm.to_str(name)?;
            list.push(format!("{}={}", name.as_str(), short_repr(vm, value)?));
        }
    }
    Ok(format!("({})", list.join(", ")))
}

/// A callback and its arguments as a call.
fn callback_text(
    vm: &mut Vm,
    function: &Value,
    arguments: &[Value],
    keywords: &[(Value, Value)],
    tail: &str,
    debug: bool,
) -> Result<String> {
    let tail = format!("{}{tail}", arguments_text(vm, arguments, keywords, debug)?);
    if vm.type_name(function) == PARTIAL {
        let [func, args, keywords] = ["func", "args", "keywords"].map(|name| {
            let name = vm.intern(name);
            vm.get_attr(function, &name)
        });
        let args = vm.collect(&args?)?;
        let keywords = keywords?.get::<Dict>().map_or(Vec::new(), |dict| dict.entries());
        return callback_text(vm, &func?, &args, &keywords, &tail, debug);
    }
    let text = match own_name(vm, function)? {
        Some(text) => text,
        None => vm.repr(function)?.as_str().to_owned(),
    };
    Ok(format!("{text}{tail}"))
}

/// A callback as reprs and reports show it: `f() at file.py:3`, in debug mode with arguments.
pub fn callback_with_source(
    vm: &mut Vm,
    function: &Value,
    arguments: &Value,
    debug: bool,
) -> Result<String> {
    let arguments = arguments.as_tuple().unwrap_or(&[]);
    let text = callback_text(vm, function, arguments, &[], "", debug)?;
    Ok(match source_of(vm, function)? {
        Some((file, line)) => format!("{text} at {file}:{line}"),
        None => text,
    })
}

fn callbacks_text(vm: &mut Vm, callbacks: &[Callback]) -> Result<String> {
    let mut one = |callback: &Callback| -> Result<String> {
        match callback {
            Callback::Wakeup(_) => Ok("Task.task_wakeup()".to_owned()),
            Callback::Child(outer) => {
                Ok(match Value::Object(outer.clone()).native::<TaskGroupData>() {
                    Some(_) => "TaskGroup._on_task_done()".to_owned(),
                    None => "gather.<locals>._done_callback()".to_owned(),
                })
            }
            Callback::Call(call) => {
                let none = Value::None;
                callback_with_source(vm, &call.0, &none, false)
            }
        }
    };
    let text = match callbacks {
        [] => return Ok(String::new()),
        [callback] => one(callback)?,
        [first, second] => format!("{}, {}", one(first)?, one(second)?),
        [first, middle @ .., last] => {
            format!("{}, <{} more>, {}", one(first)?, middle.len(), one(last)?)
        }
    };
    Ok(format!("cb=[{text}]"))
}

/// `created at file:line`, from the stack that debug mode keeps.
pub fn created_at(vm: &mut Vm, traceback: &Value, parts: &mut Vec<String>) -> Result<()> {
    if traceback.is_none() {
        return Ok(());
    }
    let entries = vm.collect(traceback)?;
    if let Some(last) = entries.last() {
        let file = vm.get_item(last, &Value::Int(0))?;
        let line = vm.get_item(last, &Value::Int(1))?;
        let file = vm.to_str(&file)?;
        let line = vm.to_str(&line)?;
        parts.push(format!("created at {}:{}", file.as_str(), line.as_str()));
    }
    Ok(())
}

fn future_parts(vm: &mut Vm, value: &Value) -> Result<Vec<String>> {
    let Some(future) = future_state(value) else { return Ok(Vec::new()) };
    let mut parts = Vec::new();
    match future.state.get() {
        State::Pending => parts.push("pending".to_owned()),
        State::Cancelled => parts.push("cancelled".to_owned()),
        State::Finished => {
            parts.push("finished".to_owned());
            let exception = future.exception();
            match exception {
                Some(exception) => {
                    let text = vm.repr(&Value::object(exception))?;
                    parts.push(format!("exception={}", text.as_str()));
                }
                None => {
                    let text = short_repr(vm, &future.result())?;
                    parts.push(format!("result={text}"));
                }
            }
        }
    }
    let callbacks = future.callbacks();
    if !callbacks.is_empty() {
        parts.push(callbacks_text(vm, &callbacks)?);
    }
    created_at(vm, &future.source_traceback(), &mut parts)?;
    Ok(parts)
}

fn in_brackets(vm: &mut Vm, value: &Value, parts: &[String]) -> String {
    let class = vm.class_of(value).name();
    format!("<{} {}>", class.as_str(), parts.join(" "))
}

pub fn future_repr(vm: &mut Vm, value: &Value) -> Result<String> {
    let shown = vm.guard_repr(value, |vm| {
        let parts = future_parts(vm, value)?;
        Ok(in_brackets(vm, value, &parts))
    })?;
    Ok(shown.unwrap_or_else(|| "...".to_owned()))
}

pub fn task_repr(vm: &mut Vm, value: &Value) -> Result<String> {
    let shown = vm.guard_repr(value, |vm| {
        let Some(task) = value.native::<TaskData>() else { return Ok(String::new()) };
        let mut parts = future_parts(vm, value)?;
        if task.cancel_requests.get() > 0 && !task.future.is_done() {
            parts[0] = "cancelling".to_owned();
        }
        let name = vm.repr(&task.name())?;
        parts.insert(1, format!("name={}", name.as_str()));
        let waits_for = task.waits_for.get();
        if !waits_for.is_none() {
            let text = vm.repr(&waits_for)?;
            parts.insert(2, format!("wait_for={}", text.as_str()));
        }
        let coroutine = task.coroutine.get();
        if !coroutine.is_none() {
            let text = coroutine_text(vm, &coroutine)?;
            parts.insert(2, format!("coro=<{text}>"));
        }
        Ok(in_brackets(vm, value, &parts))
    })?;
    Ok(shown.unwrap_or_else(|| "...".to_owned()))
}

/// A coroutine as task reprs show it: `main() running at file.py:3`.
pub fn coroutine_text(vm: &mut Vm, coroutine: &Value) -> Result<String> {
    let name = match own_name(vm, coroutine)? {
        Some(name) => name,
        None => {
            let class = vm.class_of(coroutine).name();
            format!("<{} without __name__>", class.as_str())
        }
    };
    if let Some(native) = coroutine.get::<NativeCoroutine>() {
        let over = native.state.get() == FrameState::Finished;
        return Ok(format!("{name}() {}", if over { "done" } else { "running" }));
    }
    let Some(frame) = coroutine.get_ref::<Frame>() else {
        return foreign_coroutine_text(vm, coroutine, &name);
    };
    let code = &frame.code().code;
    let file = &code.source.name;
    Ok(if frame.state.get() == FrameState::Finished {
        format!("{name}() done, defined at {file}:{}", code.first_line)
    } else {
        format!("{name}() running at {file}:{}", frame.line())
    })
}

/// A coroutine that is one by its methods alone; what it tells about itself is optional.
fn foreign_coroutine_text(vm: &mut Vm, coroutine: &Value, name: &str) -> Result<String> {
    let mut attribute = |names: [&str; 2]| -> Result<Option<Value>> {
        for name in names {
            let name = vm.intern(name);
            let found = vm.get_attr_optional(coroutine, &name)?;
            if found.as_ref().is_some_and(|found| !found.is_none()) {
                return Ok(found);
            }
        }
        Ok(None)
    };
    let code = attribute(["cr_code", "gi_code"])?;
    let frame = attribute(["gi_frame", "cr_frame"])?;
    let running = attribute(["cr_running", "gi_running"])?;
    let Some(code) = code else {
        let running = running.map_or(Ok(false), |running| vm.truth(&running))?;
        return Ok(format!("{name}(){}", if running { " running" } else { "" }));
    };
    let mut text_of = |object: &Value, name: &str| -> Result<String> {
        let name = vm.intern(name);
        let value = vm.get_attr(object, &name)?;
        Ok(vm.to_str(&value)?.as_str().to_owned())
    };
    let file = text_of(&code, "co_filename")?;
    Ok(match frame {
        Some(frame) => format!("{name}() running at {file}:{}", text_of(&frame, "f_lineno")?),
        None => format!("{name}() done, defined at {file}:{}", text_of(&code, "co_firstlineno")?),
    })
}

/// `__qualname__`, or `__name__`, if it is a text that says something.
fn own_name(vm: &mut Vm, value: &Value) -> Result<Option<String>> {
    for name in [vm.names.qualname.clone(), vm.names.name.clone()] {
        if let Some(found) = vm.get_attr_optional(value, &name)?
            && let Some(found) = found.as_str()
            && !found.is_empty()
        {
            return Ok(Some(found.to_owned()));
        }
    }
    Ok(None)
}

/// The stack of the running code, as `traceback.StackSummary`: what debug mode keeps.
pub fn extract_stack(vm: &mut Vm) -> Result {
    let module = vm.import("asyncio.format_helpers")?;
    vm.call_method(&module, "extract_stack", &[])
}

/// The error of a loop that would wait for ever: who waits, where, and for what.
pub fn deadlock(vm: &mut Vm, event_loop: &Value) -> Ref<Exception> {
    let mut lines = vec![
        "deadlock: no task is ready, no timer is set, and nothing outside can wake the event loop"
            .to_owned(),
    ];
    let mut tasks: Vec<Value> = tracked_objects()
        .into_iter()
        .map(Value::Object)
        .filter(|value| {
            value.native::<TaskData>().is_some_and(|task| {
                !task.future.is_done() && task.future.event_loop().is(event_loop)
            })
        })
        .collect();
    tasks.sort_by_cached_key(|task| match task.native::<TaskData>().map(TaskData::name) {
        Some(name) => {
            let name = name.as_str().unwrap_or_default().to_owned();
            let number = name.strip_prefix("Task-").and_then(|number| number.parse().ok());
            (number.unwrap_or(u64::MAX), name)
        }
        None => (u64::MAX, String::new()),
    });
    for task in &tasks {
        match waiting_line(vm, task, &tasks) {
            Ok(line) => lines.push(line),
            Err(error) => return error,
        }
    }
    lines.extend(vm.waiting_threads());
    vm.runtime_error(lines.join("\n"))
}

/// One waiting task: its name, the innermost place in the script, and what it waits for.
fn waiting_line(vm: &mut Vm, task: &Value, tasks: &[Value]) -> Result<String> {
    let Some(data) = task.native::<TaskData>() else { return Ok(String::new()) };
    let name = data.name();
    let name = name.as_str().unwrap_or_default().to_owned();
    let coroutine = data.coroutine.get();
    let mut place = String::new();
    let mut waits_in = String::new();
    let mut awaited = coroutine.get_ref::<NativeCoroutine>().cloned();
    if let Some(frame) = coroutine.get_ref::<Frame>() {
        let root = FramePointer::of(frame);
        let mut current = root.innermost();
        if let Some(innermost) = current
            && innermost.stack_depth() > 0
        {
            innermost.end_stand_in();
            awaited = innermost.peek(0).get_ref::<NativeCoroutine>().cloned();
        }
        // The innermost frame of the script itself says where; library frames say in what.
        while let Some(frame) = current {
            let code = &frame.code().code;
            let line = frame.line();
            let library = is_library_file(&code.source.name);
            if library && code.kind == CodeKind::Coroutine {
                waits_in = format!(" in {}()", code.qualname);
            }
            if !library || frame == root {
                place = format!(" at {}:{line} in {}", code.source.name, code.qualname);
                break;
            }
            current = frame.caller();
        }
    }
    if waits_in.is_empty()
        && let Some(awaited) = &awaited
    {
        waits_in = match awaited.body.name {
            "__aenter__" => " in 'async with'".to_owned(),
            _ => format!(" in {}()", awaited.body.qualname),
        };
    }
    let target = match awaited.and_then(|awaited| primitive_text(&awaited, tasks)) {
        Some(text) => text,
        None => match data.waits_for.get() {
            Value::None => "nothing".to_owned(),
            future => vm.repr(&future)?.as_str().to_owned(),
        },
    };
    Ok(format!("  {name}{place} waits{waits_in} for {target}"))
}

/// What a coroutine of a lock, queue or the like waits for.
fn primitive_text(awaited: &Ref<NativeCoroutine>, tasks: &[Value]) -> Option<String> {
    let object = awaited.local(0);
    if let Some(lock) = object.native::<LockData>() {
        let holder = tasks.iter().find_map(|task| {
            let holds = task.as_object()?.birth() == lock.holder.get();
            holds.then(|| Some(task.native::<TaskData>()?.name()))?
        });
        return Some(match holder {
            Some(name) => format!("a Lock that {} holds", name.as_str().unwrap_or_default()),
            None => "a Lock that no waiting task holds".to_owned(),
        });
    }
    if object.native::<EventData>().is_some() {
        return Some("an Event to be set".to_owned());
    }
    if object.native::<ConditionData>().is_some() {
        return Some("a Condition to be notified".to_owned());
    }
    if object.native::<SemaphoreData>().is_some() {
        return Some("a place in a Semaphore".to_owned());
    }
    object.native::<QueueData>()?;
    Some(match awaited.body.name {
        "put" => "a place in a Queue".to_owned(),
        "join" => "the items of a Queue to be done".to_owned(),
        _ => "an item in a Queue".to_owned(),
    })
}
