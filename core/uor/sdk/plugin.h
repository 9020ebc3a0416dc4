/* The plugin contract of uor, ABI 1.
 *
 * A plugin is one shared object that exports one constant, `uor_plugin_v1`. The constant declares parameters,
 * quantities and nodes as tables; the host wires the nodes of all plugins into one graph by what they read and
 * write, and calls each node on columns of trials. This header is plain C11 and C++20; authors who write C++
 * include plugin.hpp instead and never fill these structs by hand.
 *
 * Ownership: every pointer in the constant, and all it points to, belongs to the plugin and stays valid until the
 * host unloads it (after a run, never during one). Every pointer in `uor_batch` belongs to the host and is valid for
 * the one call. Threads: `create` and `destroy` are called from one thread; `evaluate` concurrently from many.
 */
#ifndef UOR_SDK_PLUGIN_H
#define UOR_SDK_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define UOR_ABI_MAJOR 1u
#define UOR_ABI_MINOR 1u

/* Bytes of uor_plugin in each minor, from 1.0 on, with pointers of 64 bits. A minor appends fields to it, none of which
 * leaves padding; all other structs are as they are for the whole major. docs/plugins/stability.md has the rules. */
#define UOR_PLUGIN_SIZES \
  { 120, 128 }

typedef enum uor_status {
  UOR_OK = 0,    /* outputs are written */
  UOR_ERROR = 1, /* this batch failed: the run stops and shows the message */
  UOR_FATAL = 2  /* the plugin is not to be called again */
} uor_status;

typedef enum uor_kind {
  UOR_DRIVER = 0,       /* filled by the host: a fact of the trust, a lever, or noise */
  UOR_INTERMEDIATE = 1, /* produced by a node */
  UOR_METRIC = 2,       /* produced by a node; id is `metric.<name>`; published with a lag, scored, benchmarked */
  UOR_SCORE = 3         /* the one KLOE score, id `<kloe>.score`, on the scale 1 (inadequate) to 4 (outstanding) */
} uor_kind;

typedef enum uor_behaviour {
  UOR_FLOW = 0,  /* an amount in the month */
  UOR_STOCK = 1, /* a balance at the end of the month */
  UOR_RATE = 2,  /* a ratio, price or level */
  UOR_YTD = 3    /* accumulates from April, resets in April */
} uor_behaviour;

typedef enum uor_shape {                     /* marginal distribution of a driver; parameters p[0..3] in this order */
                         UOR_CONSTANT = 0,   /* value */
                         UOR_NORMAL = 1,     /* mean, sd */
                         UOR_LOGNORMAL = 2,  /* median, sd of the logarithm */
                         UOR_TRIANGULAR = 3, /* lower, mode, upper */
                         UOR_PERT = 4,       /* lower, mode, upper (shape 4) */
                         UOR_BETA = 5,       /* lower, upper, alpha, beta */
                         UOR_UNIFORM = 6,    /* lower, upper */
                         UOR_BERNOULLI = 7   /* probability of 1 */
} uor_shape;

typedef enum uor_each {
  UOR_EACH_RUN = 0,   /* one draw a trial, held for all months */
  UOR_EACH_MONTH = 1, /* a new independent draw every month */
  UOR_EACH_AR1 = 2    /* every month, first-order autoregressive with the stated persistence */
} uor_each;

typedef enum uor_standing { /* how well a figure is known */
                            UOR_VERIFIED = 0,
                            UOR_DERIVED = 1,
                            UOR_UNVERIFIED = 2,
                            UOR_ASSUMED = 3
} uor_standing;

/* How the host fills a driver, and what a user may do with it. */
typedef struct uor_driver {
  uor_shape shape; /* default distribution; replaced by the trust's fact when `fact` is set */
  double p[4];     /* its parameters, see uor_shape */
  uor_each each;
  double persistence;        /* of UOR_EACH_AR1, 0 <= persistence < 1 */
  double common;             /* loading on the sector's common factor, -1..1; 0 means none */
  const char* fact;          /* field of the trust file that is this driver's level, or NULL */
  int32_t lever;             /* 1: shown by `uor levers` */
  int32_t lead_months;       /* months from decision to effect */
  const char* delivery_cost; /* in plain words, or NULL */
  const char* schemes;       /* savings categories that act through this lever, comma separated, or NULL */
} uor_driver;

/* One named column. */
typedef struct uor_quantity {
  const char* id;    /* `<kloe or plugin>.<name>` or `metric.<name>`; letters, digits, `_ . -` */
  const char* unit;  /* e.g. "GBP m", "percent", "WTE", "days"; compared verbatim when wired */
  const char* title; /* plain words */
  uor_kind kind;
  uor_behaviour behaviour;
  int32_t polarity;    /* -1 lower is better, 0 none, +1 higher is better */
  double lower;        /* impossible below: fails the run; -INFINITY where there is no bound */
  double upper;        /* impossible above: fails the run; INFINITY where there is no bound */
  double likely_lower; /* implausible outside likely_lower..likely_upper: counted and reported */
  double likely_upper;
  double nominal;      /* a typical value, with which `uor plugins check` tries the nodes that read it */
  int32_t summarise;   /* 1: mean and quantiles by month are always kept */
  const char* profile; /* name of the 12-month season profile of its history, or NULL for a flat one */
  uor_standing standing;
  const char* source;
  const uor_driver* driver; /* set for UOR_DRIVER, NULL otherwise */
} uor_quantity;

/* One number that a node's formula needs and a policy file may replace. */
typedef struct uor_parameter {
  const char* id; /* `<plugin>.<name>` */
  const char* unit;
  const char* title;
  double value; /* NaN: a policy file must give it */
  double lower;
  double upper;
  uor_standing standing;
  const char* source;
} uor_parameter;

#define UOR_AT_ANCHOR (-1)    /* as lag: the value at month 0 */
#define UOR_YEAR_TO_DATE (-1) /* as window: the sum from April to this month */

/* What a node reads: this month (lag 0, window 1), `lag` months ago, or a sum of `window` months that end then.
 * Besides what plugins produce, the host offers:
 *   trust.<field>                  a fact of the trust, per trial because missing or rounded facts are drawn
 *   published.<metric>             the metric as known at this month (publication lag)
 *   published_year_ago.<metric>    the same, 12 months before
 *   benchmark.<metric>.lower|median|upper|peer   quartiles, median and peer median (phase 2)
 *   profile.<name>                 the season profile at this month (mean 1 over the year)
 */
typedef struct uor_input {
  const char* id;
  const char* unit; /* expected unit, or NULL for any */
  int32_t lag;
  int32_t window;
} uor_input;

/* A batch of trials in one month. Columns are double, 64-byte aligned, hold at least `trial_count` values, never
 * alias, and trial_count is a multiple of 8 (the last few may be trials beyond those asked for; they are real). */
typedef struct uor_batch {
  uint64_t first_trial;
  size_t trial_count;
  int32_t month;         /* 1 is April of year 1; 0 in anchor nodes */
  int32_t month_of_year; /* 1 is April, 12 is March */
  int32_t year;          /* 1, 2, ... */
  int32_t days_in_month;
  int32_t assessment_month; /* the month the rating is struck */
  const double* parameters; /* of this plugin, in the order declared */
  const double* const* inputs;
  double* const* outputs;
} uor_batch;

/* Filled by the plugin when it returns something else than UOR_OK; owned by the caller. */
typedef struct uor_message {
  char text[512];
} uor_message;

typedef uor_status (*uor_evaluate)(const void* self, const uor_batch* batch, uor_message* message);

/* A pure function on columns. Anchor nodes run once a batch before month 1, read facts and other anchors, and give
 * month-0 values of quantities that some node reads with a lag, a window or UOR_AT_ANCHOR. Of a flow, that value is
 * the average month of the year before; the host multiplies it with the quantity's profile. */
typedef struct uor_node {
  const char* id;
  int32_t anchor; /* 1: anchor node */
  int32_t phase;  /* 1, or 2 when it reads benchmarks or what phase 2 gives */
  const uor_input* inputs;
  size_t input_count;
  const char* const* outputs;
  size_t output_count;
  uor_evaluate evaluate;
} uor_node;

typedef struct uor_plugin {
  uint32_t abi_major;
  uint32_t abi_minor;
  size_t struct_size; /* sizeof(uor_plugin) as the plugin was built */
  const char* id;     /* short name, e.g. "people" */
  const char* version;
  const char* title;
  const char* kloe; /* the KLOE that it scores, or NULL */
  const uor_parameter* parameters;
  size_t parameter_count;
  const uor_quantity* quantities;
  size_t quantity_count;
  const uor_node* nodes;
  size_t node_count;
  uor_status (*create)(void** self, uor_message* message); /* may be NULL */
  void (*destroy)(void* self);                             /* may be NULL */
  const void* (*extension)(const char* name);              /* may be NULL; "uor.isa/1" is known to this host */
  /* since 1.1 */
  uint64_t needs_minor; /* least minor of the host that can serve the plugin; 0: any */
} uor_plugin;

/* Extension "uor.isa/1": the same plugin compiled for higher instruction sets; tables must be the same but for
 * `evaluate`. The host takes the highest level that the processor has. */
typedef struct uor_isa_variant {
  int32_t level; /* 2, 3, 4: x86-64-v2, v3, v4 */
  const uor_plugin* plugin;
} uor_isa_variant;
typedef struct uor_isa_variants {
  size_t count;
  const uor_isa_variant* variants;
} uor_isa_variants;

#define UOR_PLUGIN_SYMBOL "uor_plugin_v1"

#ifdef __cplusplus
}
#endif

#endif /* UOR_SDK_PLUGIN_H */
