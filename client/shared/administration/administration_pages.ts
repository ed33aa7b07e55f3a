/** The pages for admins alone: the key of each one's name, which is that of its icon too, by its path. */
export const ADMINISTRATION_PAGES = {
  "/people": "admin_people",
  "/admin/server": "admin_server",
  "/admin/log": "admin_log",
} as const;
