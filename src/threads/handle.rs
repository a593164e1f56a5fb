//! Starting threads, waiting for them, and what happens when one ends.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use super::{ThreadId, Threads, Wake, local};
use crate::builtins::exceptions::ExceptionKind;
use crate::object::kinds::Kind;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native, NativeData, NativeObject};
use crate::object::{ObjectRef, Result, Value};
use crate::vm::Vm;

/// `_thread._ThreadHandle`: a thread as those see it who wait for its end.
pub struct ThreadHandle {
    thread: Cell<Option<ThreadId>>,
    done: Cell<bool>,
    joining: RefCell<Vec<ThreadId>>,
}

impl NativeData for ThreadHandle {
    fn traverse(&self, _: &mut dyn FnMut(&ObjectRef)) {}
}

impl ThreadHandle {
    fn finish(&self, vm: &mut Vm) {
        self.done.set(true);
        for thread in self.joining.take() {
            vm.unpark(thread);
        }
    }

    /// Waits until the thread has ended or the deadline has come.
    fn join(&self, vm: &mut Vm, deadline: Option<Duration>) -> Result<()> {
        let me = vm.threads.current;
        while !self.done.get() {
            self.joining.borrow_mut().push(me);
            let wake = vm.park_checked(deadline, "the end of a thread");
            self.joining.borrow_mut().retain(|joining| *joining != me);
            if wake? == Wake::Deadline {
                break;
            }
        }
        Ok(())
    }
}

pub static HANDLE: ClassSpec = ClassSpec {
    name: "_ThreadHandle",
    module: "_thread",
    layout: Kind::Native,
    new: Some(&Native::new("__new__", "*args, **kwargs", |vm, _| Ok(vm.thread_handle(None)))),
    methods: &[
        Native::new("join", "timeout=None, /", join),
        Native::new("is_done", "", |vm, args| Ok(handle(vm, args.get(0))?.done.get().into())),
        Native::new("_set_done", "", |vm, args| {
            handle(vm, args.get(0))?.finish(vm);
            Ok(Value::None)
        }),
        Native::new("__repr__", "", |vm, args| {
            let ident = ident(vm, args.get(0))?;
            let ident = vm.index_i64(&ident)?;
            Ok(format!("<_thread._ThreadHandle object: ident={ident}>").into())
        }),
    ],
    attributes: &[GetSetSpec::readonly("ident", ident)],
    ..ClassSpec::EMPTY
};

fn handle<'a>(vm: &mut Vm, value: &'a Value) -> Result<&'a ThreadHandle> {
    match value.native::<ThreadHandle>() {
        Some(handle) => Ok(handle),
        None => Err(vm.type_error("descriptor requires a '_thread._ThreadHandle' object")),
    }
}

fn ident(vm: &mut Vm, value: &Value) -> Result {
    Ok(Value::Int(handle(vm, value)?.thread.get().map_or(0, Threads::ident)))
}

fn join(vm: &mut Vm, args: &Args) -> Result {
    let handle = handle(vm, args.get(0))?;
    let deadline = match args.get(1) {
        Value::Unbound | Value::None => None,
        timeout => {
            let seconds = match timeout.as_float() {
                Some(seconds) => seconds,
                None => vm.index_i64(timeout)? as f64,
            };
            if seconds.is_nan() || seconds > super::lock::TIMEOUT_MAX {
                return Err(vm.overflow_error("timeout value is too large"));
            }
            // Less than nothing is for ever.
            (seconds >= 0.0).then(|| vm.host.monotonic() + Duration::from_secs_f64(seconds))
        }
    };
    match handle.thread.get() {
        None => return Err(vm.runtime_error("thread not started")),
        Some(thread) if thread == vm.threads.current && !handle.done.get() => {
            return Err(vm.runtime_error("Cannot join current thread"));
        }
        Some(_) => {}
    }
    handle.join(vm, deadline)?;
    Ok(Value::None)
}

impl Vm {
    /// A handle of a thread, or one for a thread to be started.
    pub fn thread_handle(&mut self, thread: Option<ThreadId>) -> Value {
        let class = self.class_for(&HANDLE);
        let handle = ThreadHandle {
            thread: Cell::new(thread),
            done: Cell::new(false),
            joining: RefCell::default(),
        };
        NativeObject::new(class, handle).into()
    }

    /// Starts a thread that calls `function` and then is done.
    ///
    /// # Errors
    /// RuntimeError where no thread can be started.
    pub fn start_thread(
        &mut self,
        function: Value,
        arguments: Vec<Value>,
        names: Vec<Value>,
        handle: Value,
        is_daemon: bool,
    ) -> Result<ThreadId> {
        if self.system.is_finalizing {
            let message = "can't create new thread at interpreter shutdown";
            return Err(self.error(ExceptionKind::PythonFinalizationError, message));
        }
        let own = handle.clone();
        let body = move |vm: &mut Vm| {
            vm.threads.started += 1;
            let result = vm.call_with_names(&function, &arguments, &names).map(drop);
            if let Err(error) = result
                && !vm.is_exception(&error, ExceptionKind::SystemExit)
            {
                let shown = match vm.repr(&function) {
                    Ok(shown) => shown.as_str().to_owned(),
                    Err(_) => "<object repr() failed>".to_owned(),
                };
                let message = format!("Exception ignored in thread started by {shown}");
                vm.report_unraisable(&error, Some(&message), &Value::None);
            }
            drop((function, arguments, names));
            vm.run_finalizations();
            vm.end_thread(&own);
        };
        let Ok(id) = self.new_thread(Box::new(body)) else {
            return Err(self.runtime_error("can't start new thread"));
        };
        if let Some(data) = handle.native::<ThreadHandle>() {
            data.thread.set(Some(id));
        }
        if !is_daemon {
            self.threads.shutdown.push(handle);
        }
        self.threads.runnable.push_back(id);
        self.begin_slice();
        Ok(id)
    }

    /// The last that the running thread does.
    fn end_thread(&mut self, handle: &Value) {
        let me = self.threads.current;
        if let Some(thread) = self.threads.table.get_mut(&me) {
            let locals = std::mem::take(&mut thread.locals);
            local::forget(me, locals);
            self.run_finalizations();
        }
        self.threads.started -= 1;
        self.threads.shutdown.retain(|waiting| !waiting.is(handle));
        if let Some(handle) = handle.native::<ThreadHandle>() {
            handle.finish(self);
        }
    }

    /// Waits for all threads that are no daemons: `_thread._shutdown()`.
    ///
    /// # Errors
    /// What an interrupt raises.
    pub fn join_threads(&mut self) -> Result<()> {
        while let Some(handle) = self.threads.shutdown.first().cloned() {
            if let Some(data) = handle.native::<ThreadHandle>() {
                data.join(self, None)?;
            }
            self.threads.shutdown.retain(|waiting| !waiting.is(&handle));
        }
        Ok(())
    }
}
