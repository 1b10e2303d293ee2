#ifndef VELDLOG_CLIBCRYPTO_SHIM_H
#define VELDLOG_CLIBCRYPTO_SHIM_H
// For the hash of short messages below: what libcrypto offers instead costs more than the hash itself.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

/// HKDF with SHA-256; 1 when `out` was filled. Here since Swift cannot keep the names of parameters alive.
static inline int veldlog_hkdf_sha256(const void *secret, size_t secret_count, const void *salt, size_t salt_count,
                                      const void *info, size_t info_count, unsigned char *out, size_t out_count) {
  EVP_KDF *algorithm = EVP_KDF_fetch(NULL, "HKDF", NULL);
  EVP_KDF_CTX *context = algorithm ? EVP_KDF_CTX_new(algorithm) : NULL;
  OSSL_PARAM parameters[5] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)"SHA256", 0),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)secret, secret_count),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)salt, salt_count),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)info, info_count),
      OSSL_PARAM_construct_end()};
  int result = context ? EVP_KDF_derive(context, out, out_count, parameters) : 0;
  EVP_KDF_CTX_free(context);
  EVP_KDF_free(algorithm);
  return result;
}
#endif
