//! Exceptions that nobody can catch: those of finalisers and callbacks. They are reported and
//! forgotten.

use crate::modules::streams::Channel;
use crate::modules::struct_sequence::{METHODS, item};
use crate::object::exception::Traceback;
use crate::object::function::NativeFunction;
use crate::object::kinds::Kind;
use crate::object::native::ClassSpec;
use crate::object::{Exception, Ref, Value};
use crate::vm::Vm;
use crate::vm::unwind::add_traceback;

static HOOK_ARGUMENTS: ClassSpec = ClassSpec {
    name: "UnraisableHookArgs",
    module: "sys",
    layout: Kind::Tuple,
    methods: METHODS,
    attributes: &[
        item::<0>("exc_type"),
        item::<1>("exc_value"),
        item::<2>("exc_traceback"),
        item::<3>("err_msg"),
        item::<4>("object"),
    ],
    ..ClassSpec::EMPTY
};

impl Vm {
    /// Reports an exception that cannot be raised, by `sys.unraisablehook`. `message` stands for
    /// "Exception ignored in".
    pub fn report_unraisable(
        &mut self,
        error: &Ref<Exception>,
        message: Option<&str>,
        object: &Value,
    ) {
        if error.traceback.is_none()
            && let Some(frame) = self.current
        {
            // It happened in what the running code did just now.
            add_traceback(error, frame, frame.pc().saturating_sub(1));
        }
        let hook = self.sys_attribute("unraisablehook").unwrap_or(Value::None);
        let is_standard = hook
            .get::<NativeFunction>()
            .is_some_and(|function| function.native.name == "unraisablehook");
        if is_standard || hook.is_none() {
            self.print_unraisable(error, message, object);
            return;
        }
        let traceback = error.traceback.get();
        let arguments = self.struct_sequence(
            &HOOK_ARGUMENTS,
            vec![
                error.class().into(),
                error.clone().into(),
                traceback.map_or(Value::None, Value::from),
                message.map_or(Value::None, Value::from),
                object.clone(),
            ],
        );
        if let Err(failure) = self.call(&hook, &[arguments]) {
            self.print_unraisable(&failure, Some("Exception ignored in sys.unraisablehook"), &hook);
        }
    }

    /// What the standard hook prints.
    pub fn print_unraisable(
        &mut self,
        error: &Ref<Exception>,
        message: Option<&str>,
        object: &Value,
    ) {
        let mut text = message.unwrap_or("Exception ignored in").to_owned();
        if !object.is_none() && !object.is_unbound() {
            let shown = match self.repr(object) {
                Ok(shown) => shown.as_str().to_owned(),
                Err(_) => "<object repr() failed>".to_owned(),
            };
            text.push_str(&format!(": {shown}"));
        } else {
            text.push(':');
        }
        text.push('\n');
        let traceback = error.traceback.get();
        if let Some(traceback) = traceback {
            text.push_str("Traceback (most recent call last):\n");
            text.push_str(&self.plain_traceback(&traceback));
        }
        text.push_str(&self.exception_class_text(error));
        text.push_str(": ");
        match self.to_str(&error.clone().into()) {
            Ok(shown) => text.push_str(shown.as_str()),
            Err(_) => text.push_str("<exception str() failed>"),
        }
        text.push('\n');
        self.write_to_stderr(&text);
    }

    /// The entries of a traceback with their lines but without markers.
    fn plain_traceback(&self, traceback: &Ref<Traceback>) -> String {
        let mut text = String::new();
        for entry in self.plain_traceback_entries(traceback) {
            text.push_str(&entry);
        }
        text
    }

    /// Writes to `sys.stderr`, whatever that is at the moment.
    pub fn write_to_stderr(&mut self, text: &str) {
        // What the program has said comes first, should both go to the same place.
        let _ = self.flush_stream(Channel::Output);
        let stderr = match self.sys_attribute("stderr") {
            Ok(stderr) => stderr,
            Err(_) => {
                let _ = self.write_text(Channel::Error, text);
                return;
            }
        };
        if stderr.is_none() {
            return;
        }
        let _ = self.call_method(&stderr, "write", &[text.into()]);
    }
}
