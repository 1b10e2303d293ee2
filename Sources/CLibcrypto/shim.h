#ifndef VELDLOG_CLIBCRYPTO_SHIM_H
#define VELDLOG_CLIBCRYPTO_SHIM_H
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#endif
