//! The instructions: what each operation of `crate::code::op` does, one function each.
//!
//! Rules for this folder. A function takes the position apart into `registers` and gives the next
//! position back; what is long or rare goes into a function of its own that ends with it, so that the
//! usual way saves no machine registers. Before anything that may run Python code, collect garbage or
//! look at frames, `registers` are saved. A function may end with `go_on` where nothing is left to be
//! dropped: then going on is a jump.

use ouro_grammar::ast::BinaryOperator;

use crate::code::op::{Comparison, Op};
use crate::object::code::Handler;

/// Defines the function of an operation. It goes on at the position in `registers` at its end.
macro_rules! instruction {
    ($name:ident $(<$generic:ident: $bound:path>)? ($vm:ident, $registers:ident, $pattern:pat) $body:block) => {
        #[allow(unused_mut, unreachable_code)]
        pub(super) fn $name $(<$generic: $bound>)? (
            $vm: &mut $crate::vm::Vm,
            position: $crate::object::frame::Position,
        ) -> $crate::object::frame::Position {
            let (mut $registers, op) =
                $crate::object::frame::Registers::fetch($vm.current, position);
            let $pattern = *op else {
                // SAFETY: `handler` goes by the operation, and operations never change.
                unsafe { $crate::object::frame::other_operation() }
            };
            $body
            $registers.position()
        }
    };
}

/// Raises: goes on at the handler.
macro_rules! raise {
    ($vm:ident, $registers:ident, $exception:expr) => {{
        let exception = $exception;
        return $vm.raise_at($registers.position(), exception);
    }};
}

macro_rules! check {
    ($vm:ident, $registers:ident, $result:expr) => {
        match $result {
            Ok(value) => value,
            Err(exception) => raise!($vm, $registers, exception),
        }
    };
}

/// After something may have been dropped: runs the finalisers that are due.
macro_rules! finalize {
    ($vm:ident, $registers:ident) => {
        if $crate::object::heap::finalization_pending() {
            $registers.save();
            $vm.run_finalizations();
        }
    };
}

/// Goes on in another frame whose state has been prepared.
macro_rules! switch_to {
    ($vm:ident, $registers:ident, $frame:expr) => {{
        let frame: $crate::object::frame::FramePointer = $frame;
        $vm.current = Some(frame);
        $registers = $crate::object::frame::Registers::load(frame);
    }};
}

/// Goes on in the frame of a call.
macro_rules! enter_frame {
    ($vm:ident, $registers:ident, $frame:expr) => {{
        let frame: $crate::object::frame::FramePointer = $frame;
        frame.set_caller(Some($registers.frame()));
        switch_to!($vm, $registers, frame);
    }};
}

macro_rules! resumption {
    ($vm:ident, $registers:ident, $resumption:expr) => {
        match $resumption {
            Resumption::Continue(frame) => switch_to!($vm, $registers, frame),
            Resumption::Raise(frame, exception) => {
                switch_to!($vm, $registers, frame);
                raise!($vm, $registers, exception)
            }
            Resumption::Exit(end) => return $vm.end_run(Ok(end)),
        }
    };
}

mod attributes;
mod building;
mod calls;
mod exceptions;
mod fused;
mod generators;
mod imports;
mod jumps;
mod matching;
mod operators;
mod stack;
mod variables;

/// The function of an operator, for operations that have one for each; `other` for those operators
/// that have no quick way.
macro_rules! by_operator {
    ($operator:expr, $module:ident::$function:ident, $other:expr) => {
        match $operator {
            BinaryOperator::Add => $module::$function::<operators::Add>,
            BinaryOperator::Subtract => $module::$function::<operators::Subtract>,
            BinaryOperator::Multiply => $module::$function::<operators::Multiply>,
            BinaryOperator::TrueDivide => $module::$function::<operators::TrueDivide>,
            BinaryOperator::FloorDivide => $module::$function::<operators::FloorDivide>,
            BinaryOperator::Modulo => $module::$function::<operators::Modulo>,
            BinaryOperator::LeftShift => $module::$function::<operators::LeftShift>,
            BinaryOperator::RightShift => $module::$function::<operators::RightShift>,
            BinaryOperator::And => $module::$function::<operators::And>,
            BinaryOperator::Or => $module::$function::<operators::Or>,
            BinaryOperator::Xor => $module::$function::<operators::Xor>,
            BinaryOperator::MatrixMultiply | BinaryOperator::Power => $other,
        }
    };
}

macro_rules! by_comparison {
    ($comparison:expr, $module:ident::$function:ident) => {
        match $comparison {
            Comparison::Less => $module::$function::<operators::Less>,
            Comparison::LessEqual => $module::$function::<operators::LessEqual>,
            Comparison::Equal => $module::$function::<operators::Equal>,
            Comparison::NotEqual => $module::$function::<operators::NotEqual>,
            Comparison::Greater => $module::$function::<operators::Greater>,
            Comparison::GreaterEqual => $module::$function::<operators::GreaterEqual>,
        }
    };
}

/// The function that does an operation.
pub fn handler(op: &Op) -> Handler {
    match op {
        Op::Nop => stack::nop,
        Op::Pop => stack::pop,
        Op::Copy(..) => stack::copy,
        Op::Swap(..) => stack::swap,
        Op::PushNull => stack::push_null,
        Op::LoadConst(..) => stack::load_const,
        Op::LoadNone => stack::load_none,
        Op::LoadTrue => stack::load_true,
        Op::LoadFalse => stack::load_false,
        Op::LoadInt(..) => stack::load_int,
        Op::LoadAssertionError => stack::load_assertion_error,
        Op::LoadFast(..) => variables::load_fast,
        Op::LoadFastAndClear(..) => variables::load_fast_and_clear,
        Op::StoreFast(..) => variables::store_fast,
        Op::DeleteFast(..) => variables::delete_fast,
        Op::MakeCell(..) => variables::make_cell,
        Op::LoadClosure(..) => variables::load_closure,
        Op::LoadDeref(..) => variables::load_deref,
        Op::StoreDeref(..) => variables::store_deref,
        Op::DeleteDeref(..) => variables::delete_deref,
        Op::LoadFromDictOrDeref(..) => variables::load_from_dict_or_deref,
        Op::LoadFromDictOrGlobals(..) => variables::load_from_dict_or_globals,
        Op::LoadGlobal(..) => variables::load_global,
        Op::StoreGlobal(..) => variables::store_global,
        Op::DeleteGlobal(..) => variables::delete_global,
        Op::LoadName(..) => variables::load_name,
        Op::StoreName(..) => variables::store_name,
        Op::DeleteName(..) => variables::delete_name,
        Op::LoadLocals => variables::load_locals,
        Op::SetupAnnotations => variables::setup_annotations,
        Op::LoadAttr(..) => attributes::load_attr,
        Op::LoadMethod(..) => attributes::load_method,
        Op::StoreAttr(..) => attributes::store_attr,
        Op::DeleteAttr(..) => attributes::delete_attr,
        Op::LoadSuperAttr(..) => attributes::load_super_attr,
        Op::LoadSuperMethod(..) => attributes::load_super_method,
        Op::BinarySubscr => attributes::binary_subscr,
        Op::StoreSubscr => attributes::store_subscr,
        Op::DeleteSubscr => attributes::delete_subscr,
        Op::BuildSlice(..) => attributes::build_slice,
        Op::Binary(operator) => by_operator!(operator, operators::binary, operators::binary_other),
        Op::InplaceBinary(operator) => {
            by_operator!(operator, operators::inplace_binary, operators::inplace_binary_other)
        }
        Op::UnaryNegative => operators::unary_negative,
        Op::UnaryPositive => operators::unary_positive,
        Op::UnaryInvert => operators::unary_invert,
        Op::UnaryNot => operators::unary_not,
        Op::ToBool => operators::to_bool,
        Op::Compare(comparison) => by_comparison!(comparison, operators::compare),
        Op::Is(..) => operators::is_,
        Op::Contains(..) => operators::contains,
        Op::Jump(..) => jumps::jump,
        Op::JumpBackward(..) => jumps::jump_backward,
        Op::PopJumpIfFalse(..) => jumps::pop_jump_if_false,
        Op::PopJumpIfTrue(..) => jumps::pop_jump_if_true,
        Op::PopJumpIfNone(..) => jumps::pop_jump_if_none,
        Op::PopJumpIfNotNone(..) => jumps::pop_jump_if_not_none,
        Op::JumpIfFalseOrPop(..) => jumps::jump_if_false_or_pop,
        Op::JumpIfTrueOrPop(..) => jumps::jump_if_true_or_pop,
        Op::BuildTuple(..) => building::build_tuple,
        Op::BuildList(..) => building::build_list,
        Op::BuildSet(..) => building::build_set,
        Op::BuildMap(..) => building::build_map,
        Op::BuildString(..) => building::build_string,
        Op::ConvertValue(..) => building::convert_value,
        Op::FormatSimple => building::format_simple,
        Op::FormatWithSpec => building::format_with_spec,
        Op::ListAppend(..) => building::list_append,
        Op::SetAdd(..) => building::set_add,
        Op::MapAdd(..) => building::map_add,
        Op::ListExtend(..) => building::list_extend,
        Op::SetUpdate(..) => building::set_update,
        Op::DictUpdate(..) => building::dict_update,
        Op::DictMerge(..) => building::dict_merge,
        Op::ListToTuple => building::list_to_tuple,
        Op::UnpackSequence(..) => building::unpack_sequence,
        Op::UnpackEx(..) => building::unpack_ex,
        Op::Call(..) => calls::call,
        Op::CallKw { .. } => calls::call_kw,
        Op::CallEx(..) => calls::call_ex,
        Op::MakeFunction(..) => calls::make_function,
        Op::SetFunctionAttribute(..) => calls::set_function_attribute,
        Op::LoadBuildClass => calls::load_build_class,
        Op::Return => calls::return_value,
        Op::ReturnGenerator => calls::return_generator,
        Op::CallIntrinsic1(..) => calls::call_intrinsic1,
        Op::CallIntrinsic2(..) => calls::call_intrinsic2,
        Op::GetIter => generators::get_iter,
        Op::ForIter(..) => generators::for_iter,
        Op::YieldValue => generators::yield_value,
        Op::AsyncYieldValue => generators::async_yield_value,
        Op::GetYieldFromIter => generators::get_yield_from_iter,
        Op::GetAwaitable(..) => generators::get_awaitable,
        Op::Delegate => generators::delegate,
        Op::GetAsyncIter => generators::get_async_iter,
        Op::GetAsyncNext => generators::get_async_next,
        Op::EndAsyncFor => generators::end_async_for,
        Op::Raise(..) => exceptions::raise_,
        Op::Reraise(..) => exceptions::reraise,
        Op::PushExcInfo => exceptions::push_exc_info,
        Op::PopExcept => exceptions::pop_except,
        Op::CheckExcMatch => exceptions::check_exc_match,
        Op::CheckEgMatch => exceptions::check_eg_match,
        Op::BeforeWith => exceptions::before_with,
        Op::BeforeAsyncWith => exceptions::before_async_with,
        Op::WithExceptStart => exceptions::with_except_start,
        Op::ImportName(..) => imports::import_name,
        Op::ImportFrom(..) => imports::import_from,
        Op::MatchSequence => matching::match_sequence,
        Op::MatchMapping => matching::match_mapping,
        Op::MatchKeys => matching::match_keys,
        Op::MatchClass(..) => matching::match_class,
        Op::GetLen => matching::get_len,
        Op::LoadFastLoadFast(..) => fused::load_fast_load_fast,
        Op::FastBinaryInt { operator, .. } => by_operator!(
            operator,
            fused::fast_binary_int,
            unreachable!("`fuse` leaves that operator alone")
        ),
        Op::FastBinaryFast { operator, .. } => by_operator!(
            operator,
            fused::fast_binary_fast,
            unreachable!("`fuse` leaves that operator alone")
        ),
        Op::AccumulateInt { operator, .. } => by_operator!(
            operator,
            fused::accumulate_int,
            unreachable!("`fuse` leaves that operator alone")
        ),
        Op::AccumulateFast { operator, .. } => by_operator!(
            operator,
            fused::accumulate_fast,
            unreachable!("`fuse` leaves that operator alone")
        ),
        Op::FastCompareIntJump { comparison, .. } => {
            by_comparison!(comparison, fused::fast_compare_int_jump)
        }
        Op::FastCompareFastJump { comparison, .. } => {
            by_comparison!(comparison, fused::fast_compare_fast_jump)
        }
        Op::FastCompareConstJump { comparison, .. } => {
            by_comparison!(comparison, fused::fast_compare_const_jump)
        }
        Op::CompareJump { comparison, .. } => by_comparison!(comparison, fused::compare_jump),
        Op::ContainsJump { .. } => fused::contains_jump,
        Op::FastAttr { .. } => fused::fast_attr,
        Op::FastSubscrFast { .. } => fused::fast_subscr_fast,
        Op::FastSubscrInt { .. } => fused::fast_subscr_int,
        Op::CopySubscr => fused::copy_subscr,
        Op::SwapStoreSubscr => fused::swap_store_subscr,
        Op::ReturnFast(..) => fused::return_fast,
        Op::YieldFast(..) => fused::yield_fast,
        Op::ForIterStore { .. } => fused::for_iter_store,
        Op::LoadGlobalNull(..) => fused::load_global_null,
        Op::StoreFastJump { .. } => fused::store_fast_jump,
        Op::PopJumpBackward(..) => fused::pop_jump_backward,
    }
}
