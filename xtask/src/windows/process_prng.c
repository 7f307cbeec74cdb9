/*
 * For tests alone: the one function that Rust's standard library takes of
 * bcryptprimitives.dll, which Windows has and Debian's wine has not. It stands beside
 * the command while that is tried under wine, and in no release.
 */
#include <windows.h>

BOOLEAN WINAPI SystemFunction036(PVOID bytes, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length)
{
  return SystemFunction036(bytes, (ULONG)length);
}
