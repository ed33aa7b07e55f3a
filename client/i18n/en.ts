import type { Text } from "./message.ts";
import type { MessageKey } from "./vi.ts";

export const en: Record<MessageKey, Text> = {
  skip_to_content: "Skip to content",
  switch_language: "Tiếng Việt",
  switch_language_to: "vi",
  log_out: "Log out",
  logged_in_as: "You are logged in as {user}",
  your_account: "Account",

  log_in: "Log in",
  log_in_title: "Log in",
  log_in_intro: "Welcome! Log in to reach your projects and talk with your team.",
  no_account_yet: "No account yet?",
  register: "Register",
  register_title: "Register",
  register_intro: "Choose a name and a password, and you can start right away.",
  have_an_account: "Already have an account?",
  username: "Username",
  username_hint:
    "Letters a–z without accents, digits, dots, hyphens or underscores, starting and ending with a letter or digit.",
  password: "Password",
  password_hint:
    "At least 8 characters. A long phrase that you remember is best; spaces and accents are fine.",
  fill_in_username: "Please enter your username.",
  fill_in_password: "Please enter your password.",
  you_logged_out: "You have logged out. See you soon!",
  token_forgotten:
    "You have logged out in this browser. The server could not be reached, so the session stays open there until it expires.",
  session_over: "Your session has ended. Please log in again.",
  had_account: "You already had an account with this name and password; you are logged in.",
  registered_log_in: "Your account is ready. Please log in.",

  server_at: "Server:",
  server_title: "Server",
  server_now: "These pages use the server at {server}.",
  server_choose: "Change the address of the server",
  server_address: "Address of the server",
  server_address_hint:
    "A name or IP address, a colon and the port. For example: chung.example.org:7070, 192.168.1.10:7070, [::1]:7070",
  server_address_wrong:
    "This is not a server address. Enter a name, a colon and the port, for example 127.0.0.1:7070.",
  server_tls: "Encrypted connection (TLS)",
  server_tls_hint:
    "For servers with a certificate. Nothing is sent to a server that can't prove its identity.",
  server_change: "Use this server",
  server_change_hint:
    "Every server has its own accounts and projects: after a change you log in there. The address is remembered.",
  server_fixed_with_server:
    "This server was started together with the pages (--with-server or CHUNG_WITH_SERVER). To use another one, restart the program without that.",
  server_fixed_start_task:
    "“deno task start” started this server together with the pages. To use another one, start only the pages: deno task client --server HOST:PORT",
  server_fixed_shared:
    "These pages are shared by a team, so the server can't be changed here: whoever runs them chooses it.",
  server_changed:
    "The server was changed to {server} in the meantime. Your password was not sent: check the server, then enter it again.",
  in_the_clear:
    "The connection to {server} is not encrypted: others in between could read your password.",
  unreachable_at:
    "The server at {server} can't be reached. Try again in a moment, or change its address below.",

  your_projects: "Your projects",
  no_projects_title: "No projects yet",
  no_projects_text:
    "Create your first one with the form “New project”, or ask a friend to add you to theirs: all they need is your name, “{user}”.",
  new_project: "New project",
  project_name: "Project name",
  members_field: "Members",
  members_field_optional: "Members (optional)",
  members_field_hint: "Usernames, separated by commas or semicolons. For example: lan, minh",
  create_project: "Create project",
  you_own: "You are the owner",
  owned_by: "Owner: {owner}",
  members_count: { one: "{count} member", other: "{count} members" },
  unread_count: { one: "{count} unread message", other: "{count} unread messages" },
  mention_count: { one: "{count} message mentions you", other: "{count} messages mention you" },
  list_connection_lost:
    "The connection to the server is lost, so this list may be out of date. Reconnecting…",
  list_ended: "Your session has ended, so this list no longer updates.",
  archived_projects: { one: "Archived project ({count})", other: "Archived projects ({count})" },
  no_messages_yet: "No messages yet",
  deleted_message: "(deleted message)",

  project: "Project",
  all_projects: "All projects",
  chat_log: "Messages",
  empty_room: "No messages yet. Why not say hello?",
  older_projects: "Older projects",
  newest_projects: "← Newest projects",
  older_messages: "Older messages",
  no_older_messages: "There are no older messages.",
  newer_messages: "Newer messages",
  no_newer_messages: "There are no newer messages.",
  search: "Search",
  search_label: "Search the messages of this project",
  search_placeholder: "Search messages…",
  search_title: "Search in {project}",
  search_found: { one: "{count} message.", other: "{count} messages, the best matches first." },
  search_found_most: "The {count} best matches. Add words to narrow the search.",
  search_found_partial: {
    one:
      "{count} message, but there may be more: the search took too long and stopped. Use more specific words.",
    other:
      "{count} messages, but there may be more: the search took too long and stopped. Use more specific words.",
  },
  search_nothing_yet:
    "The search took too long and stopped before it found a message. Use more specific words.",
  search_nothing: "No message has “{query}”.",
  search_hint:
    'Accents, capitals and the ends of words don\'t matter: “hoa do” finds “hóa đơn” too. Put words in quotes to find them in that order, for example "team meeting".',
  results_for: "Results for “{query}”",
  back_to_project: "Back to the room",
  manage: "Manage",
  make_owner: "Make {user} the owner",
  make_owner_means: "{user} becomes the owner in your place; you stay a member.",
  make_owner_ask: "Make {user} the owner of {project}?",
  owner_made: "{user} owns {project} now.",
  remove_member: "Remove {user} from the project",
  remove_member_means:
    "{user} can no longer read or write here until added again. What was written stays.",
  remove_member_ask: "Remove {user} from {project}?",
  remove_member_now: "Remove {user}",
  member_removed: "{user} was removed from {project}.",
  rename_project: "Rename the project",
  save: "Save",
  leave_project: "Leave the project",
  leave_project_means:
    "You can no longer read or write here. Nobody can add you again, but you can rejoin yourself. What you wrote stays.",
  leave_project_ask: "Leave {project}?",
  leave_now: "Leave now",
  rejoin_means: "If you left this project by yourself, you can rejoin it.",
  rejoin: "Rejoin the project",
  project_left: "You left {project}.",
  owner_cannot_leave:
    "You are the owner, so you can't leave yet. Make another member the owner first, or archive the project if it is finished.",
  archive_project: "Archive the project",
  archive_project_ask: "Archive {project}?",
  archive_project_means:
    "Nobody can write in it any more. Everything can still be read and found, and you can restore it at any time.",
  archive_now: "Archive",
  project_archived: "{project} is archived.",
  restore_project: "Restore the project",
  restore_project_ask: "Restore {project}?",
  restore_project_means: "Its members can write in it again.",
  restore_now: "Restore",
  project_restored: "{project} is restored. Its members can write in it again.",
  owner_restores_first:
    "You are the owner, so you can't leave yet. Restore the project first, then make another member the owner.",
  no_such_member: "{user} is not, or is no longer, a member of the project.",
  message_page: "Message by {user}",
  message_text: "Text of the message",
  message_save: "Save the message",
  message_delete: "Delete the message",
  message_delete_means:
    "The message is deleted for everybody in the project. This can't be undone.",
  message_not_found_title: "There is no such message",
  message_in_log: "Show it in the room",
  message_field: "Your message",
  message_placeholder: "Write a message…",
  send: "Send",
  sending: "sending",
  not_sent: "Not sent yet.",
  send_again: "Send again",
  edit_again: "Edit",
  new_messages: "New messages: {count} ↓",
  to_newest: "To the newest ↓",
  first_unread: "New messages",
  unsent_long_ago: "This was written more than a day ago.",
  maybe_sent_long_ago: "This was written more than a day ago and may already have been sent.",
  outcome_unknown: "It is not known yet whether this was sent. Chung keeps asking the server.",
  sent_once_saving_works:
    "The server can't save right now. The message is sent by itself as soon as it can.",
  asking_before_editing:
    "Chung is still asking the server whether this was sent. You can edit it once that is known.",
  waits_for_earlier: "It is sent by itself once the server has confirmed the message before it.",
  was_sent: "Your message has been sent. You can edit it in the room.",
  edited: "edited",
  edited_at: "Edited {time}",
  message_menu: "Edit or delete this message",
  message_edit: "Edit",
  delete: "Delete",
  cancel: "Cancel",
  one_typing: "{names} is typing…",
  some_typing: "{names} are typing…",
  many_typing: "Several people are typing…",
  notify_allow: "Notify me of mentions",
  notify_in: "{user} in {project}",
  notify_elsewhere: "{user} mentions you",
  all_read: "Mark all read",
  refresh: "Reload",
  members: "Members",
  in_room: "here now",
  members_paused: "Who is here is not known while this tab is paused.",
  members_lost:
    "Who is here is not known, and nothing can be changed here, until the connection is back. What you typed stays.",
  members_logged_out:
    "Who is here is not known, and nothing can be changed here, until you log in again. What you typed stays.",
  members_not_a_member: "You are no longer a member of this project.",
  role_owner: "owner",
  you: "you",
  add_members: "Add members",
  add_members_hint: "Usernames, separated by commas or semicolons.",
  add: "Add",
  fill_in_members: "Please enter at least one username.",
  members_added: "Added: {names}.",
  members_already: "Already in the project: {names}.",
  project_made: "Your project was created.",
  user_entered: "{user} entered the room",
  user_left: "{user} left the room",
  user_added: "{by} added {names}",
  user_removed: "{by} removed {names} from the project",
  user_left_project: "{user} left the project",
  project_renamed: "The project is now called {name}",
  notice_archived: "The project was archived",
  notice_restored: "The project was restored",
  project_transferred: "{user} is now the owner of the project",
  connection_lost: "The connection to the server is lost. Reconnecting; you can keep writing.",
  room_archived:
    "This project is archived. Everything can be read and found, but nothing can be written until its owner restores it.",
  room_paused: "You have many tabs open, so this one is paused. Click the page to go on.",
  room_ended_logged_out:
    "Your session has ended, so this room no longer updates. What you have not sent is kept.",
  room_ended_not_a_member:
    "You are no longer a member of this project. What you have not sent is still below, so that you can copy it.",
  room_ended_removed:
    "{by} removed you from this project. What you have not sent is still below, so that you can copy it.",
  room_ended_left:
    "You have left this project. What you have not sent is still below, so that you can copy it.",
  copy_text: "Copy the text",
  text_copied: "Copied.",
  no_files_yet: "Files can't be sent here yet.",

  page_not_found_title: "Page not found",
  page_not_found_text: "There is nothing at this address. The link may be outdated or mistyped.",
  page_refused_title: "That could not be done",
  page_refused_text:
    "This request was refused because it did not come from one of Chung's own pages. Open the page again and try once more.",
  page_problem_title: "That request is not valid",
  page_problem_text: "Chung did not understand this request. Go back and try once more.",
  page_unreachable_title: "The server can't be reached",
  page_unreachable_text: "There is no answer from {server}.",
  page_opens_by_itself: "This page opens by itself as soon as the server answers.",
  page_unsafe_title: "No safe connection to the server",
  page_busy_title: "Not just now",
  page_busy_text: "Chung is too busy, or the connection too slow. Please try again in a moment.",
  page_failed_title: "Something went wrong",
  page_failed_text: "The fault is Chung's, not yours. Please try again in a few minutes.",
  cannot_open_project: "This project can't be opened",
  back_to_start: "Back to the start",
  try_again: "Try again",

  error_unknown_action: "The server does not know this action. It may be an older version.",
  error_bad_request: "Something is missing or wrong. Check the fields and send again.",
  error_line_too_long: "This is too long to send at once. Please split it into parts.",
  error_bad_encoding: "This contains a character that can't be sent. Remove it, then send again.",
  error_invalid_token: "Your session has ended. Please log in again.",
  error_token_expired: "Your session has expired. Please log in again.",
  error_project_not_found: "There is no such project. The address may be mistyped.",
  error_project_archived:
    "This project is archived, so nothing can be written in it. Its owner can restore it.",
  error_too_many_projects:
    "You have made as many projects as one account can. Use those that you have.",
  error_project_left: "Somebody left this project by themselves. Only they can rejoin it.",
  error_users_left:
    "Left this project by themselves: {names}. Only they can rejoin it. No one was added.",
  error_tag_reused: "Something else was sent under the same tag before. Send it again.",
  error_forbidden: "Only an administrator can do this.",
  error_rate_limited: {
    one: "Too many attempts. Wait {count} second, then try again.",
    other: "Too many attempts. Wait {count} seconds, then try again.",
  },
  error_rate_limited_a_while: "Too many attempts. Wait a moment, then try again.",
  error_server_full: "The server is full at the moment. Please try again in a few minutes.",
  error_unavailable: "The server can't save right now. Nothing was changed; please try again soon.",
  error_internal:
    "The server had a problem. Try again; if it happens again, tell the administrator.",
  error_invalid_username:
    "A username has {min} to {max} plain letters, digits, dots, hyphens or underscores, and starts and ends with a letter or digit.",
  error_invalid_password:
    "A password needs at least {min} characters and at most {max} bytes (an accented letter counts as 2 or 3).",
  error_username_taken: "Somebody already has this name. Please choose another.",
  error_registration_closed:
    "This server does not accept new registrations. Please ask its administrator.",
  error_bad_credentials: "The username or the password is wrong. Check both and try again.",
  error_account_disabled: "This account is disabled. Please ask the administrator.",
  error_invalid_project_name:
    "A project name has {min} to {max} characters on one line, and not only invisible ones.",
  error_not_owner: "Only the owner of the project can do this.",
  error_user_not_found:
    "Nobody has this username. Check the spelling, or ask them to register first.",
  error_users_not_found:
    "There is no such username: {names}. No one was added. Check the spelling, or ask them to register first.",
  error_not_a_member: "You are not a member of this project. Ask its owner to add you.",
  error_empty_message: "The message is empty. Write something, then send it.",
  error_message_too_long:
    "The message is longer than {max} characters. Shorten it, or send it in parts.",
  error_not_entered: "You are not in this room yet. Please reload the page.",
  error_message_not_found: "This message is gone. It may have been deleted.",
  error_not_author: "Only its author can change this message.",
  error_task_not_found: "This task is gone. It may have been deleted.",
  error_invalid_title: "A task title has {min} to {max} characters, on one line.",
  error_unknown_outcome:
    "There was no answer, so it is not known whether this was done. Check before you try again.",
  error_unreachable: "The server can't be reached. Please try again in a moment.",
  error_tls_untrusted:
    "The server's certificate was not issued by an authority that this program trusts, so nothing was sent. If your team runs its own authority, start the program with --ca and its certificate.",
  error_tls_authority:
    "The server's certificate belongs to an authority (CA:TRUE), not to a server, so nothing was sent. Ask the server's administrator for a new one (see docs/OPERATING.md).",
  error_tls_wrong_name:
    "The server's certificate is for a different name, so nothing was sent. Check the address, or ask the server's administrator.",
  error_tls_expired:
    "The server's certificate is not valid today, so nothing was sent. Tell the server's administrator, and check the clock of this machine.",
  error_tls_absent:
    "The server does not speak TLS at this address, so nothing was sent. Check the address, or ask its administrator.",
};
