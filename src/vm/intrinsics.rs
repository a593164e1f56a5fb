//! The rare instructions: type parameters, star imports, the prompt's printing, `except*`.

use crate::code::op::{Intrinsic1, Intrinsic2};
use crate::object::frame::FramePointer;
use crate::object::{Result, Value};
use crate::vm::Vm;

impl Vm {
    pub fn intrinsic1(
        &mut self,
        frame: FramePointer,
        intrinsic: Intrinsic1,
        operand: Value,
    ) -> Result {
        match intrinsic {
            Intrinsic1::Print => {
                let hook = self.sys_attribute("displayhook")?;
                self.call(&hook, &[operand])?;
                // The last value has made room for this one: what it held ends here.
                self.run_finalizations();
                Ok(Value::None)
            }
            Intrinsic1::ImportStar => {
                let locals = self.frame_locals_mapping(frame);
                self.import_star(&operand, &locals)?;
                Ok(Value::None)
            }
            Intrinsic1::TypeVar => self.typing_call("_make_typevar", &[operand]),
            Intrinsic1::ParamSpec => self.typing_call("_make_paramspec", &[operand]),
            Intrinsic1::TypeVarTuple => self.typing_call("_make_typevartuple", &[operand]),
            Intrinsic1::SubscriptGeneric => self.typing_call("_generic_base", &[operand]),
            Intrinsic1::TypeAlias => {
                let parts = operand.as_tuple().unwrap_or(&[]).to_vec();
                self.typing_call("_make_type_alias", &parts)
            }
        }
    }

    pub fn intrinsic2(&mut self, intrinsic: Intrinsic2, first: Value, second: Value) -> Result {
        match intrinsic {
            Intrinsic2::PrepareReraiseStar => self.prepare_reraise_star(&first, &second),
            Intrinsic2::TypeVarWithBound => {
                self.typing_call("_make_typevar_with_bound", &[first, second])
            }
            Intrinsic2::TypeVarWithConstraints => {
                self.typing_call("_make_typevar_with_constraints", &[first, second])
            }
            Intrinsic2::SetTypeParamDefault => {
                self.typing_call("_set_type_param_default", &[first, second])
            }
        }
    }

    /// Type parameters are made by the `typing` module, written in Python.
    fn typing_call(&mut self, function: &str, arguments: &[Value]) -> Result {
        let typing = self.import("typing")?;
        let name = self.intern(function);
        let function = self.get_attr(&typing, &name)?;
        self.call(&function, arguments)
    }
}
