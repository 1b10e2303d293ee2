#ifndef VELDLOG_CZSTD_SHIM_H
#define VELDLOG_CZSTD_SHIM_H
#include <zstd.h>
#include <zstd_errors.h>
#endif
