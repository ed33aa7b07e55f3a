import type { ActionName } from "../protocol/replies.ts";
import type { Action } from "./action.ts";
import addGroup from "./add_group.ts";
import archiveProject from "./archive_project.ts";
import assign from "./assign.ts";
import chat from "./chat.ts";
import deleteMessage from "./delete.ts";
import deleteTask from "./delete_task.ts";
import disable from "./disable.ts";
import due from "./due.ts";
import edit from "./edit.ts";
import enable from "./enable.ts";
import endSession from "./end_session.ts";
import enter from "./enter.ts";
import figures from "./figures.ts";
import help from "./help.ts";
import history from "./history.ts";
import importTasks from "./import_tasks.ts";
import invitations from "./invitations.ts";
import invite from "./invite.ts";
import join from "./join.ts";
import kick from "./kick.ts";
import leave from "./leave.ts";
import login from "./login.ts";
import logDays from "./log_days.ts";
import logout from "./logout.ts";
import logs from "./logs.ts";
import members from "./members.ts";
import myTasks from "./my_tasks.ts";
import newProject from "./new_project.ts";
import newTask from "./new_task.ts";
import noteTask from "./note_task.ts";
import passwd from "./passwd.ts";
import ping from "./ping.ts";
import projects from "./projects.ts";
import promote from "./promote.ts";
import read from "./read.ts";
import reg from "./reg.ts";
import rejoin from "./rejoin.ts";
import renameProject from "./rename_project.ts";
import renameTask from "./rename_task.ts";
import resetPassword from "./reset_password.ts";
import restoreProject from "./restore_project.ts";
import restoreTask from "./restore_task.ts";
import revoke from "./revoke.ts";
import search from "./search.ts";
import searchAll from "./search_all.ts";
import sessions from "./sessions.ts";
import setName from "./set_name.ts";
import setRole from "./set_role.ts";
import settings from "./settings.ts";
import setTask from "./set_task.ts";
import stats from "./stats.ts";
import taskHistory from "./task_history.ts";
import tasks from "./tasks.ts";
import transfer from "./transfer.ts";
import typing from "./typing.ts";
import users from "./users.ts";
import watch from "./watch.ts";
import whoami from "./whoami.ts";

/** One action per reply of the protocol, in the order in which `help` lists them. */
const TABLE: { [A in ActionName]: Action<A> } = {
  reg,
  login,
  logout,
  new_project: newProject,
  add_group: addGroup,
  chat,
  projects,
  members,
  enter,
  leave,
  history,
  read,
  kick,
  rejoin,
  edit,
  delete: deleteMessage,
  search,
  search_all: searchAll,
  transfer,
  rename_project: renameProject,
  archive_project: archiveProject,
  restore_project: restoreProject,
  typing,
  watch,
  new_task: newTask,
  promote,
  assign,
  set_task: setTask,
  due,
  rename_task: renameTask,
  note_task: noteTask,
  delete_task: deleteTask,
  restore_task: restoreTask,
  import_tasks: importTasks,
  tasks,
  my_tasks: myTasks,
  task_history: taskHistory,
  ping,
  whoami,
  help,
  set_name: setName,
  passwd,
  sessions,
  end_session: endSession,
  join,
  invite,
  invitations,
  revoke,
  users,
  set_role: setRole,
  disable,
  enable,
  reset_password: resetPassword,
  settings,
  stats,
  figures,
  log_days: logDays,
  logs,
};

/** All actions by their action words. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map(Object.entries(TABLE));
