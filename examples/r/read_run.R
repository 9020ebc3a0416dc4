# Reads a result file of `uor run`: odds, paired changes, metrics as a table, and one chart.
#
#     Rscript read_run.R RUN.h5 [CHART.pdf]
#
# Needs hdf5r. Exits 1 when the graded trials that it counts are not those that the file tells.
#
# HDF5 counts axes from the slowest, R from the fastest: what the description of the file calls [scenario, trust, trial]
# is [trial, trust, scenario] here. Trials, months, scenarios count from 1 in R.
suppressPackageStartupMessages(library(hdf5r))

ratings <- c("inadequate", "requires_improvement", "good", "outstanding")
colours <- c("#a6611a", "#dfc27d", "#80cdc1", "#018571")

# All of an array, with a length of 1 kept as an axis.
whole <- function(file, name) {
  array <- file[[name]]
  values <- array$read(drop = FALSE)
  if (bit64::is.integer64(values)) values <- array(as.numeric(values), dim = dim(values))  # counts are uint64
  values
}

# Trials by rating: [rating, trust, scenario].
counts_from_trials <- function(final) {
  apply(final, c(2, 3), function(grades) tabulate(grades, nbins = 4))
}

# One row a scenario and trust: the odds by rating in percent, and the change of good or better with its paired error. They
# are means over trials of each trial's odds on its facts; a run whose `estimator` is "counted" has shares of rating_final.
odds_table <- function(file, scenarios, trusts) {
  rows <- expand.grid(trust = seq_along(trusts), scenario = seq_along(scenarios))
  at <- cbind(rows$trust, rows$scenario)
  odds <- whole(file, "rating_odds")  # [rating, trust, scenario]
  percent <- t(mapply(function(trust, scenario) 100 * odds[, trust, scenario], rows$trust, rows$scenario))
  colnames(percent) <- ratings
  data.frame(scenario = scenarios[rows$scenario], trust = trusts[rows$trust], round(percent, 2),
             change = round(100 * whole(file, "good_or_better_change")[at], 2),
             error = round(100 * whole(file, "good_or_better_change_se")[at], 2))
}

# The metrics of one trust at the rating.
metrics_table <- function(file, scenario, trust) {
  month <- h5attr(file, "assessment_month")
  ids <- file[["summarised"]]$read()
  metrics <- which(startsWith(ids, "metric."))
  at <- function(name) whole(file, name)[month, metrics, trust, scenario]
  quantiles <- whole(file, "value_quantile")[, month, metrics, trust, scenario]
  data.frame(metric = ids[metrics], mean = signif(at("value_mean"), 4), low = signif(quantiles[1, ], 4),
             high = signif(quantiles[5, ], 4), change = signif(at("change_mean"), 3),
             error = signif(at("change_mean_se"), 2), unit = file[["summarised_unit"]]$read()[metrics])
}

# Odds by month of the first and the last scenario, as stacked bars.
draw <- function(file, scenarios, trusts, path) {
  by_month <- whole(file, "rating_odds_by_month")  # [rating, month, trust, scenario]
  shown <- unique(c(1, length(scenarios)))
  pdf(path, width = 5 * length(shown), height = 4)
  par(mfrow = c(1, length(shown)), mar = c(4, 4, 3, 1))
  for (scenario in shown) {
    shares <- 100 * matrix(by_month[, , 1, scenario], nrow = 4)
    barplot(shares, col = colours, names.arg = seq_len(ncol(shares)), border = NA, space = 0.05,
            main = paste0(trusts[1], ", ", scenarios[scenario]), xlab = "month from April",
            ylab = "percent of trials, were it rated in the month")
  }
  legend("bottomright", rev(ratings), fill = rev(colours), bg = "white", cex = 0.7)
  invisible(dev.off())
}

main <- function(path, chart = NULL) {
  file <- H5File$new(path, mode = "r")
  on.exit(file$close_all())
  scenarios <- file[["scenario"]]$read()
  trusts <- file[["trust"]]$read()
  final <- whole(file, "rating_final")
  counted <- counts_from_trials(final)
  stored <- whole(file, "rating_count")  # [rating, trust, scenario]
  question <- h5attr(file, "question")
  cat(if (nzchar(question)) question else h5attr(file, "title"), "\n\nOdds, percent\n")
  options(width = 120)
  print(odds_table(file, scenarios, trusts), row.names = FALSE)
  last <- length(scenarios)
  cat("\nMetrics of ", trusts[1], " at the rating, ", scenarios[last], "\n", sep = "")
  print(metrics_table(file, last, 1), row.names = FALSE)
  if (!is.null(chart)) {
    draw(file, scenarios, trusts, chart)
    cat("\nChart:", chart, "\n")
  }
  right <- sum(counted == stored)
  cat("\n", right, " of ", length(stored), " counts are those that the file tells\n", sep = "")
  right == length(stored)
}

words <- commandArgs(trailingOnly = TRUE)
if (!length(words) %in% 1:2) stop("usage: Rscript read_run.R RUN.h5 [CHART.pdf]", call. = FALSE)
if (!main(words[1], if (length(words) == 2) words[2])) quit(status = 1)
