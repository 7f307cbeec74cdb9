//! river
