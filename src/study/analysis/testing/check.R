# What R itself says on the made-up studies: lm, t.test, p.adjust, power.t.test, pt, and nlme's lme. None of Wieg's own R is used here.
# Rscript check.R FOLDER: each studies' CSV there; prints name, method, wave, number, value, tab between.
suppressMessages(library(nlme))
folder <- commandArgs(TRUE)[1]
line <- function(set, method, wave, name, value) cat(paste(set, method, wave, name, sprintf("%.17g", value), sep = "\t"), "\n", sep = "")

told <- function(set, method, wave, fit) {
  found <- summary(fit)$coefficients
  if (!("arm" %in% rownames(found)) || fit$df.residual < 1) return(invisible())
  limits <- confint(fit, "arm")
  values <- c(estimate = found["arm", 1], standardError = found["arm", 2], low = limits[1], high = limits[2], df = fit$df.residual, p = found["arm", 4])
  for (name in names(values)) line(set, method, wave, name, values[[name]])
}

spread <- function(y, arm) sqrt(((sum(arm == 1) - 1) * var(y[arm == 1]) + (sum(arm == 0) - 1) * var(y[arm == 0])) / (length(y) - 2))

wave_of <- function(set, data, wave, covariates) {
  rows <- data[complete.cases(data[c("T0", wave, covariates)]), ]
  if (length(unique(rows$arm)) < 2) return(invisible())
  ancova <- lm(reformulate(c("arm", "T0", covariates), wave), rows)
  told(set, "ancova", wave, ancova)
  change <- rows[[wave]] - rows$T0
  told(set, "change", wave, lm(reformulate(c("arm", covariates), "change"), cbind(rows, change)))
  df <- nrow(rows) - 2
  if (df >= 2) line(set, "ancova", wave, "standardised",
    exp(lgamma(df / 2) - log(df / 2) / 2 - lgamma((df - 1) / 2)) * coef(ancova)[["arm"]] / spread(rows[[wave]], rows$arm))
  # The regression form over person and wave gives the same difference as the changes do.
  if (length(covariates) == 0 && df >= 1) {
    long <- data.frame(y = c(rows$T0, rows[[wave]]), arm = rep(rows$arm, 2), after = rep(0:1, each = nrow(rows)))
    line(set, "change", wave, "estimate", coef(lm(y ~ arm * after, long))[["arm:after"]])
  }
}

group_of <- function(set, data, arm) {
  scores <- na.omit(data$T0[data$arm == arm])
  if (length(scores) < 2 || sd(scores) == 0) return(invisible())
  test <- t.test(scores)
  who <- if (arm == 1) "intervention" else "control"
  values <- c(mean = mean(scores), deviation = sd(scores), low = test$conf.int[1], high = test$conf.int[2], count = length(scores))
  for (name in names(values)) line(set, "described", who, name, values[[name]])
}

mixed_of <- function(set, data, covariates) {
  long <- do.call(rbind, lapply(c("T0", "T1", "T2"), function(wave) data.frame(data[c("participant", "arm", covariates)], wave = wave, y = data[[wave]])))
  long <- long[complete.cases(long), ]
  if (length(unique(long$arm)) < 2) return(invisible())
  plain <- lm(reformulate(c("arm", covariates, "wave", "arm:wave"), "y"), long)
  kept <- setdiff(covariates, names(which(is.na(coef(plain)))))
  middle <- mean(long$y)
  long$y <- long$y - middle
  fitted <- function(tolerance) lme(reformulate(c("arm", kept, "wave", "arm:wave"), "y"), random = ~ 1 | participant, data = long,
    control = lmeControl(tolerance = tolerance, msTol = tolerance / 10, msMaxIter = 500, maxIter = 500))
  fit <- tryCatch(fitted(1e-12), error = function(e) tryCatch(fitted(1e-8), error = function(e) NULL))
  if (is.null(fit)) return(invisible())
  found <- summary(fit)$tTable
  for (wave in c("T1", "T2")) {
    row <- found[paste0("arm:wave", wave), ]
    values <- c(estimate = row[["Value"]], standardError = row[["Std.Error"]], df = row[["DF"]], p = row[["p-value"]])
    for (name in names(values)) line(set, "mixed", wave, name, values[[name]])
  }
  line(set, "mixed", "", "withinPeople", fit$sigma)
}

for (file in list.files(folder, "[.]csv$", full.names = TRUE)) {
  data <- read.csv(file, na.strings = "", check.names = FALSE)
  set <- sub("[.]csv$", "", basename(file))
  names(data) <- sub("^y[.]brs-6[.]", "", sub("^x[.]", "", names(data)))
  covariates <- setdiff(names(data), c("participant", "arm", "site", "T0", "T1", "T2"))
  data$arm <- as.numeric(data$arm == "intervention")
  for (wave in c("T1", "T2")) wave_of(set, data, wave, covariates)
  for (arm in 0:1) group_of(set, data, arm)
  if (sum(!is.na(data$T0[data$arm == 1])) > 1 && sum(!is.na(data$T0[data$arm == 0])) > 1 && sd(data$T0, na.rm = TRUE) > 0) {
    by <- function(f) tapply(data$T0, data$arm, f, na.rm = TRUE)
    line(set, "described", "T0", "apart", diff(by(mean))[[1]] / sqrt(mean(by(var))))
  }
  mixed_of(set, data, covariates)
}

constants <- "constants"
holms <- list(c(0.01, 0.04, 0.03), c(0.2, 0.2, 0.001), c(0.9, 0.5, 0.6), c(0.049, 0.051, 1e-12))
for (at in seq_along(holms)) for (place in 1:3) line(constants, "holm", at, place, p.adjust(holms[[at]], "holm")[place])
for (people in c(150, 100, 20)) line(constants, "detectable", "t-test", people, power.t.test(n = people, power = 0.8, strict = TRUE, tol = 1e-14)$delta)
detectable <- function(people, correlation) {
  df <- 2 * people - 3
  limit <- qt(0.975, df)
  power <- function(d) { shift <- d / sqrt(1 - correlation^2) * sqrt(people / 2); pt(limit, df, shift, lower.tail = FALSE) + pt(-limit, df, shift) }
  uniroot(function(d) power(d) - 0.8, c(0.01, 5), tol = 1e-14)$root
}
for (people in c(150, 100, 20)) line(constants, "detectable", "ancova", people, detectable(people, 0.6))
for (df in c(3, 30, 297)) for (shift in c(0.5, 2.8, 6)) line(constants, "pt", df, shift, pt(2, df, shift))
