//! The scheduler, and what tasks wait for: event loop, handles, futures and tasks, locks, queues,
//! timeouts, as the native module `_asyncio`.
//!
//! What has to be fast or to know frames is here; the rest of `asyncio` is Python, in
//! `src/lib/asyncio`, on top of it. The VM knows nothing of this folder: a task runs a coroutine
//! through [`Vm::resume_nested`](crate::vm::Vm::resume_nested), and an `await` of a future asks it
//! through [`NativeData::await_step`](crate::object::native::NativeData::await_step).

pub mod condition;
pub mod description;
pub mod event;
pub mod event_loop;
pub mod future;
pub mod gather;
pub mod handle;
pub mod inspect;
pub mod lock;
pub mod own_loop;
pub mod queue;
mod ready_queue;
pub mod registry;
pub mod semaphore;
pub mod sleep;
mod stand_in;
pub mod task;
mod task_group;
pub mod timeout;
pub mod waiters;

use crate::builtins::exceptions::ExceptionKind;
use crate::object::frame::{Frame, FrameState};
use crate::object::function::{BoundMethod, NativeFunction};
use crate::object::module::Module;
use crate::object::native::Native;
use crate::object::native_coroutine::NativeCoroutine;
use crate::object::{Ref, Result, Value};
use crate::vm::Vm;

static FUNCTIONS: &[Native] = &[
    Native::new("get_running_loop", "", registry::get_running_loop),
    Native::new("_get_running_loop", "", registry::running_loop_or_none),
    Native::new("_set_running_loop", "loop, /", registry::set_running_loop),
    Native::new("get_event_loop", "", registry::get_event_loop),
    Native::new("current_task", "loop=None", registry::current_task),
    Native::new("all_tasks", "loop=None", registry::all_tasks),
    Native::new("_register_task", "task", registry::register_task),
    Native::new("_unregister_task", "task", registry::unregister_task),
    Native::new("_register_eager_task", "task", registry::register_task),
    Native::new("_unregister_eager_task", "task", registry::unregister_task),
    Native::new("environment_wants_debug", "", |vm, _| {
        let value = vm.host.environment_variable("PYTHONASYNCIODEBUG");
        Ok(value.is_some_and(|value| !value.is_empty()).into())
    }),
    Native::new("is_coroutine_function", "function, /", |_, args| {
        let function = match args.get(0).get::<BoundMethod>() {
            Some(method) => method.function.clone(),
            None => args.get(0).clone(),
        };
        let native = function.get::<NativeFunction>();
        Ok(native.is_some_and(|function| function.native.await_now.is_some()).into())
    }),
    Native::new("is_coroutine_over", "coroutine, /", |_, args| {
        Ok(match args.get(0).get::<NativeCoroutine>() {
            Some(coroutine) => coroutine.state.get() == FrameState::Finished,
            None => args
                .get(0)
                .get::<Frame>()
                .is_some_and(|frame| frame.state.get() == FrameState::Finished),
        }
        .into())
    }),
    Native::new("_format_coroutine", "coroutine, /", |vm, args| {
        description::coroutine_text(vm, args.get(0)).map(Value::from)
    }),
    Native::new("_pass_over_tasks", "loop, count, /", event_loop::pass_over_tasks),
    Native::new("_enter_task", "loop, task", registry::enter_task),
    Native::new("_leave_task", "loop, task", registry::leave_task),
    Native::new("_swap_current_task", "loop, task", registry::swap_current_task),
];

/// Makes the module.
pub fn init(vm: &mut Vm) -> Result<Ref<Module>> {
    let module = vm.new_module("_asyncio");
    let dict = module.dict();
    let set = |vm: &mut Vm, name: &str, value: Value| {
        let name = vm.intern(name);
        drop(dict.set_str(&name, value));
    };
    for native in FUNCTIONS {
        let function = vm.native_function(native, "_asyncio");
        set(vm, native.name, function);
    }
    let sleep = vm.native_function(&sleep::SLEEP, "asyncio.tasks");
    set(vm, "sleep", sleep);
    let create_task = vm.native_function(&task::CREATE_TASK, "asyncio.tasks");
    set(vm, "create_task", create_task);
    let gather = vm.native_function(&gather::GATHER, "asyncio.tasks");
    set(vm, "gather", gather);
    for native in [&timeout::TIMEOUT, &timeout::TIMEOUT_AT] {
        let function = vm.native_function(native, "asyncio.timeouts");
        set(vm, native.name, function);
    }
    let timeout = vm.class_for(&timeout::CLASS);
    let name = vm.intern("__final__");
    drop(timeout.dict().set_str(&name, Value::True));
    timeout.invalidate();
    vm.give_instances_a_dict(&timeout);
    let task_group = vm.class_for(&task_group::CLASS);
    vm.give_instances_a_dict(&task_group);
    set(vm, "Timeout", timeout.into());
    let future = vm.class_for(&future::CLASS);
    let task = vm.class_for_with_base(&task::CLASS, &future);
    let handle = vm.class_for(&handle::HANDLE);
    let timer_handle = vm.class_for_with_base(&handle::TIMER_HANDLE, &handle);
    let core = vm.class_for(&event_loop::CLASS);
    set(vm, "Future", future.into());
    set(vm, "Task", task.into());
    set(vm, "Handle", handle.into());
    set(vm, "TimerHandle", timer_handle.into());
    set(vm, "EventLoopCore", core.into());
    for spec in [
        &task_group::CLASS,
        &lock::CLASS,
        &event::CLASS,
        &condition::CLASS,
        &semaphore::CLASS,
        &queue::CLASS,
    ] {
        let class = vm.class_for(spec);
        set(vm, spec.name, class.into());
    }
    for kind in [ExceptionKind::CancelledError, ExceptionKind::InvalidStateError] {
        let class = vm.exception_class(kind).clone();
        set(vm, kind.name(), class.into());
    }
    Ok(module)
}
