import type { Text } from "./message.ts";

/** The Vietnamese texts; their keys define the keys of every language. */
export const vi = {
  skip_to_content: "Chuyển đến nội dung chính",
  switch_language: "English",
  switch_language_to: "en",
  log_out: "Đăng xuất",
  logged_in_as: "Bạn đang dùng tên {user}",
  your_account: "Tài khoản",

  log_in: "Đăng nhập",
  log_in_title: "Đăng nhập",
  log_in_intro: "Chào bạn! Đăng nhập để vào các dự án và trò chuyện cùng nhóm.",
  no_account_yet: "Bạn chưa có tài khoản?",
  register: "Đăng ký",
  register_title: "Đăng ký",
  register_intro: "Chọn một tên và mật khẩu là bạn có thể bắt đầu ngay.",
  have_an_account: "Bạn đã có tài khoản?",
  username: "Tên đăng nhập",
  username_hint:
    "Chữ không dấu, số, dấu chấm, gạch nối hoặc gạch dưới; bắt đầu và kết thúc bằng chữ hoặc số.",
  password: "Mật khẩu",
  password_hint:
    "Ít nhất 8 ký tự. Một câu dài dễ nhớ là tốt nhất; dùng được cả dấu cách và chữ có dấu.",
  fill_in_username: "Bạn hãy nhập tên đăng nhập.",
  fill_in_password: "Bạn hãy nhập mật khẩu.",
  you_logged_out: "Bạn đã đăng xuất. Hẹn gặp lại!",
  token_forgotten:
    "Bạn đã đăng xuất trên trình duyệt này. Chưa kết nối được với máy chủ nên ở đó phiên vẫn còn mở cho đến khi tự hết hạn.",
  session_over: "Phiên đăng nhập của bạn đã kết thúc. Mời bạn đăng nhập lại.",
  had_account:
    "Bạn đã có tài khoản với tên và mật khẩu này từ trước, nên Chung đăng nhập luôn cho bạn.",
  registered_log_in: "Tài khoản của bạn đã được tạo. Mời bạn đăng nhập.",

  server_at: "Máy chủ:",
  server_title: "Máy chủ",
  server_now: "Các trang này đang dùng máy chủ {server}.",
  server_choose: "Đổi địa chỉ máy chủ",
  server_address: "Địa chỉ máy chủ",
  server_address_hint:
    "Tên máy hoặc số, dấu hai chấm rồi đến cổng. Ví dụ: chung.example.org:7070, 192.168.1.10:7070, [::1]:7070",
  server_address_wrong:
    "Đây không phải là địa chỉ máy chủ. Hãy viết tên máy, dấu hai chấm rồi đến cổng, ví dụ 127.0.0.1:7070.",
  server_tls: "Kết nối được mã hóa (TLS)",
  server_tls_hint:
    "Dành cho máy chủ có chứng chỉ. Không có gì được gửi đi nếu máy chủ không chứng minh được mình đúng là máy chủ ở địa chỉ này.",
  server_change: "Dùng máy chủ này",
  server_change_hint:
    "Mỗi máy chủ có tài khoản và dự án riêng: sau khi đổi, bạn đăng nhập lại ở máy chủ mới. Địa chỉ được nhớ cho lần sau.",
  server_fixed_with_server:
    "Máy chủ này được chạy cùng các trang (--with-server hoặc CHUNG_WITH_SERVER). Muốn dùng máy chủ khác, hãy tắt rồi chạy lại mà không dùng tùy chọn đó.",
  server_fixed_start_task:
    "“deno task start” đã chạy máy chủ này cùng với các trang. Muốn dùng máy chủ khác, hãy chạy riêng các trang: deno task client --server ĐỊA_CHỈ:CỔNG",
  server_fixed_open_host:
    "Các trang này mở ra cho cả những máy khác, nên không đổi được máy chủ từ đây. Hãy chạy lại chương trình với --server.",
  server_changed:
    "Trong lúc đó máy chủ đã được đổi thành {server}. Mật khẩu chưa được gửi đi: bạn hãy kiểm tra rồi nhập lại.",
  in_the_clear:
    "Kết nối tới {server} không được mã hóa: người khác trên đường truyền có thể đọc được mật khẩu của bạn.",
  unreachable_at:
    "Chưa kết nối được với máy chủ {server}. Bạn hãy thử lại sau giây lát, hoặc đổi địa chỉ máy chủ bên dưới.",

  your_projects: "Dự án của bạn",
  no_projects_title: "Bạn chưa có dự án nào",
  no_projects_text:
    "Hãy tạo dự án đầu tiên bằng mẫu “Dự án mới”, hoặc nhờ người khác thêm bạn vào dự án của họ: họ chỉ cần biết tên đăng nhập “{user}” của bạn.",
  new_project: "Dự án mới",
  project_name: "Tên dự án",
  members_field: "Thành viên",
  members_field_optional: "Thành viên (không bắt buộc)",
  members_field_hint: "Tên đăng nhập, cách nhau bằng dấu phẩy hoặc chấm phẩy. Ví dụ: lan, minh",
  create_project: "Tạo dự án",
  you_own: "Bạn là chủ dự án",
  owned_by: "Chủ dự án: {owner}",
  members_count: { other: "{count} thành viên" },
  unread_count: { other: "{count} tin nhắn chưa đọc" },
  mention_count: { other: "{count} tin nhắn nhắc đến bạn" },
  list_connection_lost:
    "Mất kết nối với máy chủ nên danh sách này có thể đã cũ. Đang thử kết nối lại…",
  list_ended: "Phiên đăng nhập đã kết thúc nên danh sách này không cập nhật nữa.",
  archived_projects: { other: "Dự án đã lưu trữ ({count})" },
  no_messages_yet: "Chưa có tin nhắn nào",
  deleted_message: "(tin nhắn đã xoá)",

  project: "Dự án",
  all_projects: "Tất cả dự án",
  chat_log: "Tin nhắn",
  empty_room: "Chưa có tin nhắn nào. Bạn hãy mở lời trước nhé!",
  older_messages: "Tin nhắn cũ hơn",
  no_older_messages: "Không còn tin nhắn nào cũ hơn.",
  newer_messages: "Tin nhắn mới hơn",
  no_newer_messages: "Không còn tin nhắn nào mới hơn.",
  search: "Tìm",
  search_label: "Tìm trong tin nhắn của dự án",
  search_placeholder: "Tìm tin nhắn…",
  search_title: "Tìm trong {project}",
  search_found: { other: "{count} tin nhắn, phù hợp nhất ở trên cùng." },
  search_found_most: "{count} tin nhắn phù hợp nhất. Bạn hãy thêm từ vào ô tìm để thu hẹp kết quả.",
  search_found_partial: {
    other:
      "{count} tin nhắn, nhưng có thể còn nữa: tìm quá lâu nên đã dừng. Bạn hãy dùng từ cụ thể hơn.",
  },
  search_nothing_yet:
    "Tìm quá lâu nên đã dừng, chưa thấy tin nhắn nào. Bạn hãy dùng từ cụ thể hơn.",
  search_nothing: "Không có tin nhắn nào có “{query}”.",
  search_hint:
    'Không cần gõ dấu, chữ hoa hay hết từ: “hoa do” cũng tìm ra “hóa đơn”. Đặt cụm từ trong ngoặc kép để tìm đúng thứ tự, ví dụ "họp nhóm".',
  results_for: "Kết quả tìm “{query}”",
  back_to_project: "Về phòng trò chuyện",
  manage: "Quản lý",
  make_owner: "Giao dự án cho {user}",
  make_owner_means: "{user} sẽ là chủ dự án thay bạn; bạn vẫn là thành viên.",
  make_owner_ask: "Giao {project} cho {user}?",
  owner_made: "{user} nay là chủ của {project}.",
  remove_member: "Đưa {user} ra khỏi dự án",
  remove_member_means:
    "{user} sẽ không đọc và viết ở đây được nữa cho đến khi được thêm lại. Những gì đã viết vẫn còn.",
  remove_member_ask: "Đưa {user} ra khỏi {project}?",
  remove_member_now: "Đưa {user} ra",
  member_removed: "{user} đã được đưa ra khỏi {project}.",
  rename_project: "Đổi tên dự án",
  save: "Lưu",
  leave_project: "Rời dự án",
  leave_project_means:
    "Bạn sẽ không đọc và viết ở đây được nữa. Không ai thêm lại bạn được, nhưng chính bạn có thể vào lại. Những gì bạn đã viết vẫn còn.",
  leave_project_ask: "Rời khỏi {project}?",
  leave_now: "Rời khỏi dự án",
  rejoin_means: "Nếu trước đây bạn tự rời dự án này thì bạn có thể vào lại.",
  rejoin: "Vào lại dự án",
  project_left: "Bạn đã rời khỏi {project}.",
  owner_cannot_leave:
    "Bạn là chủ dự án nên chưa rời được. Trước hết hãy giao dự án cho một thành viên khác, hoặc lưu trữ dự án nếu việc đã xong.",
  archive_project: "Lưu trữ dự án",
  archive_project_ask: "Lưu trữ {project}?",
  archive_project_means:
    "Sẽ không ai viết thêm được ở đây. Mọi thứ vẫn đọc và tìm được, và bạn có thể khôi phục dự án bất cứ lúc nào.",
  archive_now: "Lưu trữ",
  project_archived: "{project} đã được lưu trữ.",
  restore_project: "Khôi phục dự án",
  restore_project_ask: "Khôi phục {project}?",
  restore_project_means: "Các thành viên sẽ lại viết được ở đây.",
  restore_now: "Khôi phục",
  project_restored: "{project} đã được khôi phục. Các thành viên lại viết được ở đó.",
  owner_restores_first:
    "Bạn là chủ dự án nên chưa rời được. Trước hết hãy khôi phục dự án, rồi giao dự án cho một thành viên khác.",
  no_such_member: "{user} không phải là thành viên của dự án, hoặc không còn là thành viên nữa.",
  message_page: "Tin nhắn của {user}",
  message_text: "Nội dung tin nhắn",
  message_save: "Lưu tin nhắn",
  message_delete: "Xoá tin nhắn",
  message_delete_means: "Tin nhắn sẽ bị xoá với mọi người trong dự án và không lấy lại được.",
  message_not_found_title: "Không có tin nhắn này",
  message_in_log: "Xem trong phòng trò chuyện",
  message_field: "Tin nhắn của bạn",
  message_placeholder: "Viết tin nhắn…",
  send: "Gửi",
  sending: "đang gửi",
  not_sent: "Chưa gửi được.",
  send_again: "Gửi lại",
  edit_again: "Sửa lại",
  new_messages: "Tin nhắn mới: {count} ↓",
  to_newest: "Đến tin mới nhất ↓",
  first_unread: "Tin nhắn mới",
  unsent_long_ago: "Tin này viết cách đây hơn một ngày.",
  maybe_sent_long_ago: "Tin này viết cách đây hơn một ngày và có thể đã được gửi rồi.",
  outcome_unknown: "Chưa biết tin này đã gửi được hay chưa. Chung vẫn đang hỏi lại máy chủ.",
  sent_once_saving_works:
    "Máy chủ tạm thời chưa lưu được. Tin sẽ tự được gửi ngay khi máy chủ lưu lại được.",
  asking_before_editing:
    "Chung còn đang hỏi máy chủ xem tin này đã gửi được hay chưa. Khi biết rồi bạn mới sửa được.",
  waits_for_earlier: "Tin này sẽ tự được gửi khi máy chủ xác nhận xong tin trước nó.",
  was_sent: "Tin nhắn của bạn đã được gửi. Bạn có thể sửa nó ngay trong phòng.",
  edited: "đã sửa",
  edited_at: "Đã sửa lúc {time}",
  message_menu: "Sửa hoặc xoá tin nhắn này",
  message_edit: "Sửa",
  delete: "Xoá",
  cancel: "Thôi",
  one_typing: "{names} đang viết…",
  some_typing: "{names} đang viết…",
  many_typing: "Nhiều người đang viết…",
  notify_allow: "Báo khi được nhắc đến",
  notify_in: "{user} trong {project}",
  notify_elsewhere: "{user} nhắc đến bạn",
  all_read: "Đã đọc hết",
  refresh: "Tải lại",
  members: "Thành viên",
  in_room: "đang trong phòng",
  members_paused: "Khi thẻ này tạm dừng thì chưa biết được ai đang trong phòng.",
  members_lost:
    "Khi chưa kết nối lại được thì chưa biết ai đang trong phòng và chưa thay đổi được gì ở đây. Những gì bạn đã gõ vẫn còn.",
  members_logged_out:
    "Bạn cần đăng nhập lại thì mới biết ai đang trong phòng và mới thay đổi được ở đây. Những gì bạn đã gõ vẫn còn.",
  members_not_a_member: "Bạn không còn là thành viên của dự án này.",
  role_owner: "chủ dự án",
  you: "bạn",
  add_members: "Thêm thành viên",
  add_members_hint: "Tên đăng nhập, cách nhau bằng dấu phẩy hoặc chấm phẩy.",
  add: "Thêm",
  fill_in_members: "Bạn hãy nhập ít nhất một tên đăng nhập.",
  members_added: "Đã thêm: {names}.",
  members_already: "Đã ở trong dự án từ trước: {names}.",
  project_made: "Dự án đã được tạo.",
  user_entered: "{user} vừa vào phòng",
  user_left: "{user} đã rời phòng",
  user_added: "{by} đã thêm {names}",
  user_removed: "{by} đã đưa {names} ra khỏi dự án",
  user_left_project: "{user} đã rời dự án",
  project_renamed: "Dự án nay có tên là {name}",
  notice_archived: "Dự án đã được lưu trữ",
  notice_restored: "Dự án đã được khôi phục",
  project_transferred: "{user} nay là chủ dự án",
  connection_lost: "Mất kết nối với máy chủ. Đang thử kết nối lại, bạn cứ viết tiếp nhé.",
  room_archived:
    "Dự án này đã được lưu trữ. Mọi thứ vẫn đọc và tìm được, nhưng không viết thêm được cho đến khi chủ dự án khôi phục.",
  room_paused: "Bạn đang mở nhiều thẻ nên thẻ này tạm dừng. Bấm vào trang để cập nhật tiếp.",
  room_ended_logged_out:
    "Phiên đăng nhập đã kết thúc nên phòng này không cập nhật nữa. Những gì bạn chưa gửi vẫn được giữ lại.",
  room_ended_not_a_member:
    "Bạn không còn là thành viên của dự án này. Những gì bạn chưa gửi vẫn còn bên dưới để bạn sao chép.",
  room_ended_removed:
    "{by} đã đưa bạn ra khỏi dự án này. Những gì bạn chưa gửi vẫn còn bên dưới để bạn sao chép.",
  room_ended_left: "Bạn đã rời dự án này. Những gì bạn chưa gửi vẫn còn bên dưới để bạn sao chép.",
  copy_text: "Sao chép",
  text_copied: "Đã sao chép.",
  no_files_yet: "Ở đây chưa gửi được tệp.",

  page_not_found_title: "Không tìm thấy trang",
  page_not_found_text: "Địa chỉ này không có trang nào. Có thể liên kết đã cũ hoặc bị gõ nhầm.",
  page_refused_title: "Không thực hiện được",
  page_refused_text:
    "Yêu cầu này bị từ chối vì không được gửi từ trang của Chung. Bạn hãy mở lại trang rồi thử lần nữa.",
  page_problem_title: "Yêu cầu không hợp lệ",
  page_problem_text: "Chung không hiểu yêu cầu này. Bạn hãy quay lại trang trước rồi thử lần nữa.",
  page_unreachable_title: "Chưa kết nối được với máy chủ",
  page_unreachable_text: "Máy chủ {server} chưa trả lời.",
  page_opens_by_itself: "Trang sẽ tự mở lại ngay khi máy chủ trả lời.",
  page_unsafe_title: "Chưa kết nối an toàn được với máy chủ",
  page_busy_title: "Chưa làm được lúc này",
  page_busy_text: "Chung đang quá bận, hoặc kết nối quá chậm. Bạn hãy thử lại sau giây lát.",
  page_failed_title: "Đã có lỗi xảy ra",
  page_failed_text: "Lỗi này là của Chung, không phải của bạn. Bạn hãy thử lại sau ít phút.",
  cannot_open_project: "Không mở được dự án này",
  back_to_start: "Về trang đầu",
  try_again: "Thử lại",

  error_unknown_action: "Máy chủ không biết thao tác này. Có thể máy chủ là phiên bản cũ hơn.",
  error_bad_request: "Thông tin chưa đủ hoặc chưa đúng. Bạn hãy xem lại các ô rồi gửi lại.",
  error_line_too_long: "Nội dung quá dài để gửi một lần. Bạn hãy chia thành nhiều phần.",
  error_bad_encoding: "Nội dung có ký tự không gửi được. Bạn hãy xoá ký tự lạ rồi gửi lại.",
  error_invalid_token: "Phiên đăng nhập của bạn đã kết thúc. Mời bạn đăng nhập lại.",
  error_token_expired: "Phiên đăng nhập của bạn đã hết hạn. Mời bạn đăng nhập lại.",
  error_project_not_found: "Không có dự án này. Có thể địa chỉ bị gõ nhầm.",
  error_project_archived:
    "Dự án này đã được lưu trữ nên không viết thêm được. Chủ dự án có thể khôi phục nó.",
  error_too_many_projects: "Bạn đã tạo hết số dự án được phép. Hãy dùng các dự án đang có.",
  error_project_left: "Có người đã tự rời dự án này. Chỉ chính họ mới có thể vào lại.",
  error_users_left: "Đã tự rời dự án: {names}. Chỉ chính họ mới có thể vào lại. Chưa ai được thêm.",
  error_tag_reused: "Lần gửi này trùng mã với một nội dung khác. Hãy gửi lại.",
  error_forbidden: "Chỉ người quản trị mới làm được việc này.",
  error_rate_limited: {
    other: "Bạn đã thử quá nhiều lần. Hãy đợi {count} giây rồi thử lại.",
  },
  error_rate_limited_a_while: "Bạn đã thử quá nhiều lần. Hãy đợi một lát rồi thử lại.",
  error_server_full: "Máy chủ đang quá đông. Bạn hãy thử lại sau ít phút.",
  error_unavailable: "Máy chủ tạm thời chưa lưu được. Chưa có gì thay đổi, bạn hãy thử lại sau.",
  error_internal: "Máy chủ gặp lỗi. Bạn hãy thử lại; nếu vẫn vậy, hãy báo người quản trị.",
  error_invalid_username:
    "Tên đăng nhập gồm {min} đến {max} ký tự: chữ không dấu, số, dấu chấm, gạch nối hoặc gạch dưới, bắt đầu và kết thúc bằng chữ hoặc số.",
  error_invalid_password:
    "Mật khẩu cần ít nhất {min} ký tự và nhiều nhất {max} byte (mỗi chữ có dấu tính 2 hoặc 3 byte).",
  error_username_taken: "Tên này đã có người dùng. Bạn hãy chọn tên khác.",
  error_registration_closed: "Máy chủ này không nhận đăng ký mới. Bạn hãy liên hệ người quản trị.",
  error_bad_credentials: "Tên đăng nhập hoặc mật khẩu không đúng. Bạn hãy kiểm tra rồi thử lại.",
  error_account_disabled: "Tài khoản này đã bị khoá. Bạn hãy liên hệ người quản trị.",
  error_invalid_project_name:
    "Tên dự án cần từ {min} đến {max} ký tự trên một dòng, và không được chỉ gồm ký tự vô hình.",
  error_not_owner: "Chỉ chủ dự án mới làm được việc này.",
  error_user_not_found:
    "Không tìm thấy người dùng nào có tên này. Bạn hãy kiểm tra cách viết, hoặc nhờ bạn ấy đăng ký trước.",
  error_users_not_found:
    "Không tìm thấy người dùng: {names}. Chưa ai được thêm. Bạn hãy kiểm tra cách viết, hoặc nhờ bạn ấy đăng ký trước.",
  error_not_a_member: "Bạn không phải là thành viên của dự án này. Hãy nhờ chủ dự án thêm bạn vào.",
  error_empty_message: "Tin nhắn còn trống. Bạn hãy viết gì đó rồi gửi.",
  error_message_too_long:
    "Tin nhắn dài quá {max} ký tự. Bạn hãy rút ngắn hoặc chia thành nhiều tin.",
  error_not_entered: "Bạn chưa vào phòng này. Hãy tải lại trang.",
  error_message_not_found: "Không còn tin nhắn này. Có thể nó đã bị xoá.",
  error_not_author: "Chỉ người viết mới sửa được tin nhắn này.",
  error_task_not_found: "Không còn công việc này. Có thể nó đã bị xoá.",
  error_invalid_title: "Tên công việc cần từ {min} đến {max} ký tự, viết trên một dòng.",
  error_unknown_outcome:
    "Không nhận được trả lời nên chưa biết việc này đã xong hay chưa. Bạn hãy kiểm tra trước khi thử lại.",
  error_unreachable: "Chưa kết nối được với máy chủ. Bạn hãy thử lại sau giây lát.",
  error_tls_untrusted:
    "Chứng chỉ của máy chủ không do nơi nào mà chương trình này tin cậy cấp, nên chưa có gì được gửi đi. Nếu nhóm bạn tự cấp chứng chỉ, hãy chạy lại chương trình với --ca và chứng chỉ gốc của nhóm.",
  error_tls_authority:
    "Chứng chỉ của máy chủ là chứng chỉ gốc (CA:TRUE), không phải của một máy chủ, nên chưa có gì được gửi đi. Bạn hãy báo người quản trị máy chủ tạo chứng chỉ khác (xem docs/OPERATING.vi.md).",
  error_tls_wrong_name:
    "Chứng chỉ của máy chủ là của một tên khác, nên chưa có gì được gửi đi. Bạn hãy kiểm tra địa chỉ, hoặc hỏi người quản trị máy chủ.",
  error_tls_expired:
    "Hôm nay chứng chỉ của máy chủ không có hiệu lực, nên chưa có gì được gửi đi. Bạn hãy báo người quản trị máy chủ, và xem lại đồng hồ của máy này.",
  error_tls_absent:
    "Máy chủ ở địa chỉ này không dùng TLS, nên chưa có gì được gửi đi. Bạn hãy kiểm tra địa chỉ, hoặc hỏi người quản trị máy chủ.",
} satisfies Record<string, Text>;

export type MessageKey = keyof typeof vi;
