/** Stands where a new record names who recorded it: the database stamps that from the session, whatever is said here (`trust.stamp_record`). */
export const stampedFromSession = "00000000-0000-0000-0000-000000000000";
