# The two estimators of R on many made-up studies: Rscript simulate.R ESTIMATES.R STUDIES.csv TRUTH
# Prints per method: how many studies, mean estimate less the truth, part of the intervals that hold the truth, part that says p < 0.05.
given <- commandArgs(TRUE)
source(given[1])
truth <- as.numeric(given[3])
studies <- split(read.csv(given[2], na.strings = "", check.names = FALSE), ~ run)
waves <- c("T0", "T1", "T2")
methods <- list(
  mixed = function(data, run) mixed(data, "brs-6", waves, character(0))$terms$T1,
  imputed = function(data, run) imputed_ancova(data, "brs-6", waves[1:2], "T1", character(0), run, 10, numeric(0))
)
for (name in names(methods)) {
  found <- sapply(seq_along(studies), function(run) unlist(methods[[name]](studies[[run]], run)[c("estimate", "low", "high", "p")]))
  held <- mean(found["low", ] <= truth & found["high", ] >= truth)
  cat(name, ncol(found), mean(found["estimate", ]) - truth, held, mean(found["p", ] < 0.05), sep = "\t")
  cat("\n")
}
