//! What exists at run time: values, heap objects and their memory.

mod allocator;
pub mod awaiter;
pub mod bytes;
pub mod class;
mod class_table;
pub mod code;
pub mod descriptor;
pub mod dict;
pub mod equality;
pub mod exception;
pub mod frame;
pub mod function;
pub mod hash;
pub mod heap;
pub mod instance;
pub mod interner;
pub mod iterator;
pub mod kinds;
pub mod list;
pub mod memory_view;
pub mod module;
pub mod native;
pub mod native_coroutine;
pub mod native_object;
pub mod number;
pub mod range;
pub mod set;
pub mod shape;
pub mod slot;
pub mod string;
pub mod tuple;
pub mod value;
pub mod weak;

pub use exception::{Exception, Result};
pub use heap::{ObjectRef, Ref};
pub use value::Value;
