// Loaded before a program that was started by runChild.mjs: when its starter is gone, even by kill -9, it stops as after Ctrl-C.
if (process.channel) {
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
