//! Tuples whose items also have names: `sys.version_info`, `time.struct_time` and their kin.

use crate::object::descriptor::GetSet;
use crate::object::native::{Args, ClassSpec, GetSetSpec, Native};
use crate::object::tuple::Tuple;
use crate::object::{Result, Value};
use crate::vm::Vm;

/// The attribute that is item number `INDEX`.
pub const fn item<const INDEX: usize>(name: &'static str) -> GetSetSpec {
    GetSetSpec::readonly(name, |_, object| {
        Ok(object.as_tuple().and_then(|items| items.get(INDEX)).cloned().unwrap_or(Value::None))
    })
}

/// The methods of every such class.
pub const METHODS: &[Native] = &[Native::new("__repr__", "", repr)];

impl Vm {
    /// An instance of the class of a table, which is made of [`item`]s and [`METHODS`].
    pub fn struct_sequence(&mut self, spec: &'static ClassSpec, items: Vec<Value>) -> Value {
        let tuple = self.types.tuple.clone();
        let class = self.class_for_with_base(spec, &tuple);
        self.as_instance_of(Tuple::new(items).into(), &class)
    }
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let class = vm.class_of(args.get(0));
    let mut parts = Vec::new();
    let items = args.get(0).as_tuple().unwrap_or(&[]);
    let names = class.dict().entries();
    let names = names.iter().filter_map(|(_, value)| Some(value.get::<GetSet>()?.spec.name));
    for (name, item) in names.zip(items) {
        let shown = vm.repr(item)?;
        parts.push(format!("{name}={}", shown.as_str()));
    }
    let name = vm.full_class_name(&class)?;
    Ok(format!("{name}({})", parts.join(", ")).into())
}
