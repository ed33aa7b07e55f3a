// Written by `deno task emoji` from emojibase-data: MIT, Copyright Miles Johnson; names from Unicode's CLDR,
// Unicode License v3.

/** Lines of `EMOJI;NAMES;TAGS;VIETNAMESE NAMES;VIETNAMESE TAGS`, those that are used most first. */
export const EMOJI_TABLE = `
😂;joy face_with_tears_of_joy;crying feels funny haha happy hehe hilarious laugh lmao lol rofl roflmao tear;cười_ra_nước_mắt mặt_cười_với_nước_mắt_vui_sướng;cười_chảy_nước_mắt hài_thật vui_đấy
❤️;heart red_heart;emotion love;tim trái_tim_màu_đỏ;cảm_xúc tình_yêu
🤣;rofl rolling_on_the_floor_laughing;crying face funny haha happy hehe hilarious joy laugh lmao lol roflmao tear;cười_lăn mặt_cười_lăn_cười_bò;cười_chảy_nước_mắt cười_sung_sướng sàn
👍;+1 thumbsup thumbs_up;good hand like thumb yes;thích dấu_ra_hiệu_đồng_ý;+1 lên ngón_tay_cái tay
😭;sob loudly_crying_face;bawling cry sad tear tears unhappy;khóc mặt_khóc_to;buồn nước_mắt thổn_thức
🙏;pray folded_hands;appreciate ask beg blessed bow cmon five gesture hand high please thanks thx;cảm_ơn chắp_tay;cầu_nguyện hỏi làm_ơn
😘;kissing_heart face_blowing_a_kiss;adorbs bae flirt ily love lover miss muah romantic smooch xoxo you;hôn mặt_đang_hôn_gió;
🥰;smiling_face_with_three_hearts smiling_face_with_3_hearts smiling_face_with_hearts;adore crush heart ily love romance smile you;mặt_cười_với_3_trái_tim;phải_lòng yêu yêu_quý
😍;heart_eyes smiling_face_with_heart_eyes;143 bae eye feels hearts ily kisses love romance romantic smile xoxo;yêu mặt_cười_mắt_hình_trái_tim;lãng_mạn
😊;blush smiling_face_with_smiling_eyes;eye glad satisfied smile;vui mặt_cười_híp_mắt;cười_mỉm hài_lòng mặt_tươi_cười_với_đôi_mắt_biết_cười mỉm_cười vui_mừng đỏ_mặt
🎉;tada party_popper;awesome birthday celebrate celebration excited hooray woohoo;chúc_mừng pháo_giấy_buổi_tiệc;lễ_kỷ_niệm pháo_bông_sinh_nhật
😁;grin beaming_face_with_smiling_eyes;eye grinning happy nice smile teeth;cười_toe mặt_cười_nhe_răng_và_mắt_cười;
💕;two_hearts;143 anniversary date dating emotion heart ily kisses love loving xoxo;hai_trái_tim;hôn hẹn_hò yêu
🥺;pleading_face;begging big eyes mercy not please pretty puppy sad why;mặt_cầu_xin;lòng_thương mắt_cún_con xin_xỏ
😅;sweat_smile grinning_face_with_sweat;cold dejected excited mouth nervous open smiling stress stressed;toát_mồ_hôi mặt_cười_toát_mồ_hôi;chán_nản căng_thẳng cười_nhe_răng hào_hứng lo_lắng lạnh miệng mỉm_cười
🔥;fire;af burn flame hot lit litaf tool;lửa;dụng_cụ ngọn_lửa
☺️;relaxed smiling_face;happy outlined smile;mặt_cười;thoải_mái thư_giãn
🤦;facepalm face_palm person_facepalming;again bewilder disbelief exasperation no not oh omg shock smh;người_lấy_tay_che_mặt;hoài_nghi không_tin_nổi lòng_bàn_tay lại_nữa_rồi người_dùng_tay_che_mặt tức_giận
♥️;hearts heart_suit;card emotion game;bộ_cơ;bài bộ_bài_cơ trò_chơi
🤷;shrug person_shrugging;doubt dunno guess idk ignorance indifference knows maybe whatever who;người_nhún_vai;ai_mà_biết_được có_thể hững_hờ không_biết nghi_ngờ sao_cũng_được thờ_ơ
🙄;roll_eyes face_with_rolling_eyes;eyeroll shade ugh whatever;mặt_có_mắt_đu_đưa;cái_gì_vậy không_quan_tâm sao_cũng_được
😆;laughing satisfied grinning_squinting_face;closed eyes haha hahaha happy laugh lol mouth open rofl smile smiling;mặt_cười_miệng_há_mắt_nhắm_chặt;cười_ngoác_miệng cười_ngặt_nghẽo cười_như_được_mùa cười_to hài_lòng
🤗;hugs hugging_face smiling_face_with_open_hands;hug;mặt_ôm;
😉;wink winking_face;flirt heartbreaker sexy slide tease winks;mặt_nháy_mắt;
🎂;birthday birthday_cake;bday celebration dessert happy pastry sweet;sinh_nhật bánh_sinh_nhật;lễ_kỷ_niệm món_tráng_miệng ngọt tráng_miệng
🤔;thinking thinking_face;chin consider hmm ponder pondering wondering;suy_nghĩ mặt_suy_nghĩ;đang_suy_nghĩ
👏;clap clapping_hands;applause approval awesome congrats congratulations excited good great hand homie job nice prayed well yay;vỗ_tay;hai_bàn_tay_đang_vỗ
🙂;slightly_smiling_face;happy smile;mặt_cười_mỉm;
😳;flushed flushed_face;amazed awkward crazy dazed dead disbelief embarrassed geez heat hot impressed jeez what wow;mặt_đỏ_ửng;choáng_váng
🥳;partying_face;bday birthday celebrate celebration excited happy hat hooray horn party;mặt_tiệc_tùng;buổi_tiệc hào_hứng lễ_kỷ_niệm mũ sinh_nhật sừng
😎;sunglasses smiling_face_with_sunglasses;awesome beach bright bro chilling cool rad relaxed shades slay smile style swag win;mặt_cười_đeo_kính;mặt_trời phong_cách sáng
👌;ok_hand;awesome bet dope fleek fosho got gotcha legit okay pinch rad sure sweet three;được bàn_tay_làm_dấu_ok;chắc_chắn_rồi ok_nha tuyệt
💜;purple_heart;143 bestest emotion ily love;trái_tim_màu_tím;
😔;pensive pensive_face;awful bored dejected died disappointed losing lost sad sucks;mặt_trầm_ngâm;thất_vọng
💪;muscle flexed_biceps;arm beast bench bodybuilder bro curls flex gains gym jacked press ripped strong weightlift;cố_lên bắp_tay_gập_lại;hài_hước
✨;sparkles; magic sparkle star;ánh_lấp_lánh;kỳ_diệu ngôi_sao
💖;sparkling_heart;143 emotion excited good ily kisses morning night sparkle xoxo;trái_tim_lấp_lánh;bị_kích_thích
👀;eyes;body eye face googly look looking omg peep see seeing;nhìn đôi_mắt;
😋;yum face_savoring_food;delicious eat full hungry savor smile smiling tasty um yummy;mặt_thưởng_thức_món_ngon;cười ngon_tuyệt
😏;smirk smirking_face;boss dapper flirt homie kidding leer shade slick sly smug snicker suave suspicious swag;mặt_cười_khẩy;
😢;cry crying_face;awful feels miss sad tear triste unhappy;buồn mặt_khóc;nước_mắt
👉;point_right backhand_index_pointing_right;finger hand;ngón_trỏ_trái_chỉ_sang_phải;mu_bàn_tay ngón_tay tay
💗;heartpulse growing_heart;143 emotion excited ily kisses muah nervous pulse xoxo;trái_tim_lớn_dần;bị_kích_thích lo_lắng nhịp_tim phát_triển
😩;weary weary_face;crying fail feels hungry mad nooo sad sleepy tired unhappy;mặt_kiệt_sức;mệt_mỏi
💯;100 hundred_points;a agree clearly definitely faithful fleek full keep perfect point score true truth yup;100_điểm;một_trăm toàn_bộ
🌹;rose;beauty elegant flower love plant red valentine;hoa_hồng;cây màu_đỏ sang_trọng tình_yêu valentine vẻ_đẹp
💞;revolving_hearts;143 adorbs anniversary emotion heart;trái_tim_xoay_vòng;đang_quay
🎈;balloon;birthday celebrate celebration;bóng_bay;lễ_kỷ_niệm sinh_nhật
💙;blue_heart;143 emotion ily love romance;trái_tim_màu_lam;
😃;smiley grinning_face_with_big_eyes;awesome grin happy mouth open smile smiling teeth yay;mặt_cười_miệng_há_với_mắt_to;mặt_cười_mắt_mở_to
😡;pout rage enraged_face;anger angry feels mad maddening pouting red shade unhappy upset;giận mặt_hờn_dỗi;cơn_thịnh_nộ tức_giận điên đỏ
💐;bouquet;anniversary birthday date flower love plant romance;bó_hoa;cây hẹn_hò kỷ_niệm lãng_mạn sinh_nhật tình_yêu
😜;stuck_out_tongue_winking_eye winking_face_with_tongue;crazy epic funny joke loopy nutty party wacky weirdo wink yolo;mặt_lè_lưỡi_nháy_mắt;nói_đùa
🙈;see_no_evil see_no_evil_monkey;embarrassed face forbidden forgot gesture hide omg prohibited scared secret smh watch;khỉ_không_nhìn_điều_xấu;cấm mặt
🤞;crossed_fingers hand_with_index_and_middle_fingers_crossed;cross finger luck;hai_ngón_tay_bắt_chéo;bàn_tay may_mắn
😄;smile grinning_face_with_smiling_eyes;eye grin happy laugh lol mouth open;cười mặt_cười_miệng_há_mắt_cười;mở
🤤;drooling_face;;mặt_chảy_dãi;
🙌;raised_hands raising_hands;celebration gesture hand hooray praise;hoan_hô hai_bàn_tay_giơ_lên;cử_chỉ lễ_kỷ_niệm nâng_lên
🤪;zany_face grinning_face_with_one_large_and_one_small_eye;crazy eyes goofy;mặt_làm_trò_hề;lớn ngốc nhỏ
❣️;heavy_heart_exclamation heavy_heart_exclamation_mark_ornament heart_exclamation;punctuation;dấu_chấm_than_hình_trái_tim_đậm;chấm_câu cảm_thán
😀;grinning grinning_face;cheerful cheery grin happy laugh nice smile smiling teeth;mặt_cười_toe_toét;
💋;kiss kiss_mark;dating emotion heart kissing lips romance sexy;dấu_nụ_hôn;môi
💀;skull;body dead death face fairy fairytale i_m lmao monster tale yolo;đầu_lâu;cái_chết mặt quái_vật truyện_cổ_tích
👇;point_down backhand_index_pointing_down;finger hand;ngón_trỏ_trái_chỉ_xuống;mu_bàn_tay ngón_tay tay
💔;broken_heart;break crushed emotion heartbroken lonely sad;tan_vỡ trái_tim_tan_vỡ;buồn bị_vỡ cô_đơn
😌;relieved relieved_face;calm peace relief zen;mặt_nhẹ_nhõm;
💓;heartbeat beating_heart;143 cardio emotion ily love pulsating pulse;trái_tim_đang_đập;dao_động nhịp_tim
🤩;star_struck grinning_face_with_star_eyes;excited smile starry_eyed wow;ngưỡng_mộ;cười_toét mắt mặt ngôi_sao
🙃;upside_down_face;hehe smile;mặt_lộn_ngược;
😬;grimacing grimacing_face;awk awkward dentist grimace grinning smile smiling;mặt_nhăn_nhó;
😱;scream face_screaming_in_fear;epic fearful munch scared screamer shocked surprised woah;sợ mặt_la_hét_kinh_hãi;
😴;sleeping sleeping_face;bed bedtime good goodnight nap night sleep tired whatever yawn zzz;ngủ mặt_đang_ngủ;không_quan_tâm mệt_mỏi ngủ_ngoan sao_cũng_được zzz
🤭;hand_over_mouth face_with_hand_over_mouth smiling_face_with_smiling_eyes_and_hand_covering_mouth;giggle giggling oops realization secret shock sudden surprise whoops;mặt_với_tay_che_miệng;tay_che_miệng_cười xin_lỗi
😐;neutral_face;awkward blank deadpan expressionless fine jealous meh oh shade straight unamused unhappy unimpressed whatever;mặt_trung_lập;mặt_ngây_ra_bất_động
🌞;sun_with_face;beach bright day heat shine sunny sunshine weather;mặt_trời_có_hình_mặt_người;bãi_biển sáng thời_tiết
😒;unamused unamused_face; bored fine jealous jel jelly pissed smh ugh uhh unhappy weird whatever;mặt_buồn;không_vui
😇;innocent smiling_face_with_halo;angel angelic angels blessed fairy fairytale fantasy happy peaceful smile spirit tale;mặt_cười_có_hào_quang;giả_tưởng ngây_thơ thiên_thần
🌸;cherry_blossom;flower plant spring springtime;hoa_anh_đào;thực_vật
😈;smiling_imp smiling_face_with_horns;demon devil evil fairy fairytale fantasy purple shade smile tale;mặt_cười_có_sừng;truyện_cổ_tích tưởng_tượng
🎶;notes musical_notes;music note sound;các_nốt_nhạc;
✌️;v victory_hand;peace;tay_chiến_thắng;chữ_v v
🎊;confetti_ball;celebrate celebration party woohoo;bóng_hoa_giấy;bữa_tiệc lễ_kỷ_niệm quả_bóng
🥵;hot_face;dying feverish heat panting red_faced stroke sweating tongue;mặt_nóng;sốc_nhiệt sốt đỏ_mặt đổ_mồ_hôi
😞;disappointed disappointed_face;awful blame dejected fail losing sad unhappy;mặt_thất_vọng;
💚;green_heart;143 emotion ily love romantic;trái_tim_màu_lục;
☀️;sunny sun;bright rays space weather;mặt_trời;nóng nắng sáng thời_tiết tia
🖤;black_heart;evil wicked;trái_tim_màu_đen;xấu điều_ác
💰;moneybag money_bag;bank bet billion cash cost dollar gold million paid paying pot rich win;túi_tiền;đô_la
😚;kissing_closed_eyes kissing_face_with_closed_eyes;143 bae blush date dating eye flirt ily kisses smooches xoxo;mặt_hôn_mắt_nhắm;
👑;crown;clothing family king medieval queen royal royalty win;vương_miện;gia_đình_hoàng_gia nữ_hoàng quần_áo vua
🎁;gift wrapped_gift;birthday bow box celebration christmas present surprise;quà gói_quà;hộp lễ_kỷ_niệm quà_tặng
💥;boom collision;bomb collide comic explode;va_chạm;bom bùng_nổ hài_hước nổ
🙋;raising_hand person_raising_hand;gesture here know me pick question raise;người_giơ_cao_tay;chọn_tôi_đi cử_chỉ người_vui_vẻ_giơ_cao_tay nâng_lên tôi_có_thể_giúp tôi_muốn_hỏi vui_vẻ ở_bên_này
☹️;frowning_face white_frowning_face;frown sad;mặt_cau_mày;mặt_buồn
😑;expressionless expressionless_face;awkward dead fine inexpressive jealous meh not oh omg straight uh unhappy unimpressed whatever;mặt_vô_cảm;không_diễn_cảm thản_nhiên
🥴;woozy_face;dizzy drunk eyes intoxicated mouth tipsy uneven wavy;mặt_choáng_váng;chóng_mặt chếnh_choáng miệng_uốn_lượn mắt_đảo_điên say_xỉn
👈;point_left backhand_index_pointing_left;finger hand;ngón_trỏ_trái_chỉ_sang_trái;mu_bàn_tay ngón_tay tay
💩;hankey poop shit pile_of_poo;bs comic doo dung face fml monster smelly smh stink stinks stinky turd;đống_phân;chất_thải hài_hước khuôn_mặt quái_vật
✅;white_check_mark check_mark_button;checked checkmark complete completed done fixed tick ;xong dấu_chọn_đậm_màu_trắng;dấu_tích nút 
👋;wave waving_hand;bye cya g2g greetings gtg hello hey hi later outtie ttfn ttyl yo you;chào vẫy_tay;chào_nhé có_ai_ở_đó_không vẫy_tay_nè xin_chào đang_vẫy
🫠;melting_face;disappear dissolve embarrassed haha heat hot liquid lol melt sarcasm sarcastic;mặt_tan_chảy;biến_mất chất_lỏng hòa_tan
😗;kissing kissing_face;143 date dating flirt ily kiss love smooch smooches xoxo you;mặt_hôn;
😙;kissing_smiling_eyes kissing_face_with_smiling_eyes;143 closed date dating eye flirt ily kiss kisses love night smile;mặt_hôn_mắt_cười;
🥲;smiling_face_with_tear;glad grateful happy joy pain proud relieved smile smiley touched;mặt_cười_với_nước_mắt;biết_ơn mỉm_cười nhẹ_nhõm tự_hào xúc_động
😛;stuck_out_tongue face_with_tongue;awesome cool nice party sweet;mặt_lè_lưỡi;
😝;stuck_out_tongue_closed_eyes squinting_face_with_tongue;eye gross horrible omg taste whatever yolo;mặt_thè_lưỡi_mắt_nhắm_chặt;hương_vị kinh_khủng
🤑;money_mouth_face;paid;mặt_có_tiền_ở_miệng;
🫢;face_with_open_eyes_and_hand_over_mouth;amazement awe disbelief embarrass gasp omg quiet scared shock surprise;mặt_với_cặp_mắt_mở_to_và_tay_che_miệng;hoài_nghi kinh_ngạc kính_nể ngạc_nhiên sợ_hãi xấu_hổ
🫣;face_with_peeking_eye;captivated embarrass hide hiding peek peep scared shy stare;mặt_hé_mắt_nhìn_trộm;nhìn_chằm_chằm nhìn_lén quyến_rũ
🤫;shushing_face face_with_finger_covering_closed_lips;quiet shh shush;mặt_ra_dấu_suỵt;im_lặng
🫡;saluting_face;good luck ma_am ok respect salute sir troops yes;mặt_chào;nhà_binh nắng ok quân_đội vâng
🤐;zipper_mouth_face;keep quiet secret shut zip;mặt_có_miệng_bị_kéo_khóa;
🤨;raised_eyebrow face_with_raised_eyebrow face_with_one_eyebrow_raised;disapproval disbelief distrust emoji hmm mild skeptic skeptical skepticism surprise what;mặt_với_lông_mày_rướn_lên;hoài_nghi ngờ_vực
😶;no_mouth face_without_mouth;awkward blank expressionless mouthless mute quiet secret silence silent speechless;mặt_không_có_miệng;yên_lặng ít_nói
🫥;dotted_line_face;depressed disappear hidden hide introvert invisible meh whatever wtv;mặt_có_đường_viền_chấm_chấm;biến_mất chán_nản hướng_nội thất_vọng vô_hình ẩn
😶‍🌫️;face_in_clouds;absentminded fog head;mặt_trong_đám_mây;mặt_trong_sương_mù đãng_trí đầu_trong_đám_mây
😮‍💨;face_exhaling;blow blowing exhale exhausted gasp groan relief sigh smiley smoke whisper whistle;mặt_thở_ra;huýt_sáo kiệt_sức mệt_mỏi rên_rỉ thì_thầm thở_dài thở_hắt_ra thở_hổn_hển
🤥;lying_face;liar lie pinocchio;mặt_nói_dối;pinocchio
🫨;shaking_face;crazy daze earthquake omg panic shock surprise vibrate whoa wow;mặt_lắc;choáng hốt_hoảng ngạc_nhiên rung sốc sửng_sốt wow động_đất
🙂‍↔️;head_shaking_horizontally;no shake;lắc_đầu;không
🙂‍↕️;head_shaking_vertically;nod yes;gật_đầu;có
😪;sleepy sleepy_face;crying good night sad sleep sleeping tired;mặt_buồn_ngủ;khóc
😷;mask face_with_medical_mask;cold dentist dermatologist doctor dr germs medicine sick;mặt_đeo_khẩu_trang_y_tế;bác_sĩ lạnh mặt_nạ ốm
🤒;face_with_thermometer;ill sick;mặt_có_miệng_ngậm_nhiệt_kế;mệt ốm
🤕;face_with_head_bandage;hurt injury ouch;mặt_đeo_băng_đầu;vết_thương
🤢;nauseated_face;gross nasty sick vomit;mặt_buồn_nôn;nôn_mửa
🤮;vomiting_face face_vomiting face_with_open_mouth_vomiting;barf ew gross puke sick spew throw up vomit;mặt_nôn_mửa;ốm
🤧;sneezing_face;fever flu gesundheit sick sneeze;mặt_hắt_hơi;cúm sức_khỏe
🥶;cold_face;blue blue_faced freezing frostbite icicles subzero teeth;mặt_lạnh;lạnh_cứng mặt_xanh tê_cóng đóng_băng
😵;dizzy_face face_with_crossed_out_eyes;dead feels knocked sick tired;mặt_chóng_mặt;mệt ốm
😵‍💫;face_with_spiral_eyes;confused dizzy hypnotized omg smiley trouble whoa woah woozy;mặt_có_đôi_mắt_xoắn_ốc;bối_rối chóng_mặt khó_hiểu rắc_rối thôi_miên
🤯;exploding_head shocked_face_with_exploding_head;blown explode mind mindblown no way;đầu_nổ_tung;bị_sốc
🤠;cowboy_hat_face face_with_cowboy_hat;cowgirl;mặt_đội_mũ_cao_bồi;nữ_cao_bồi
🥸;disguised_face;disguise eyebrow glasses incognito moustache mustache nose person spy tache tash;mặt_trá_hình;gián_điệp kính lông_mày mũi người ngụy_trang ria_mép râu ẩn_danh
🤓;nerd_face;brainy clever expert geek gifted glasses intelligent smart;mặt_mọt_sách;bốn_mắt chuyên_gia thông_minh đam_mê
🧐;monocle_face face_with_monocle;classy fancy rich stuffy wealthy;mặt_với_kính_một_mắt;giàu_có ngột_ngạt thượng_lưu
😕;confused confused_face;befuddled confusing dunno frown hm meh not sad sorry sure;mặt_bối_rối;
🫤;face_with_diagonal_mouth;confused confusion disappointed doubt doubtful frustrated frustration meh skeptical unsure whatever wtv;mặt_có_miệng_xiên;buồn_chán hoài_nghi không_chắc_chắn thất_vọng
😟;worried worried_face;anxious butterflies nerves nervous sad stress stressed surprised worry;mặt_lo_lắng;
🙁;slightly_frowning_face;frown sad;mặt_hơi_cau_mày;
😮;open_mouth face_with_open_mouth;believe forgot omg shocked surprised sympathy unbelievable unreal whoa wow you;mặt_có_miệng_há;mở thông_cảm
😯;hushed hushed_face;epic omg stunned surprised whoa woah;mặt_làm_thinh;choáng_váng ngạc_nhiên
😲;astonished astonished_face;cost no omg shocked totally way;mặt_kinh_ngạc;hoàn_toàn sốc
🥹;face_holding_back_tears;admiration aww cry embarrassed feelings grateful gratitude joy please proud resist sad;mặt_kìm_nén_nước_mắt;buồn chịu_đựng giận_giữ khóc tự_hào
😦;frowning frowning_face_with_open_mouth;caught frown guard scared scary surprise what wow;mặt_cau_miệng_há;mở nhăn_mặt
😧;anguished anguished_face;forgot scared scary stressed surprise unhappy what wow;mặt_đau_khổ;
😨;fearful fearful_face;afraid anxious blame fear scared worried;mặt_sợ_hãi;kinh_hãi
😰;cold_sweat anxious_face_with_sweat;blue eek mouth nervous open rushed scared yikes;mặt_lo_lắng_và_toát_mồ_hôi;lạnh vội_vã xanh_da_trời
😥;disappointed_relieved sad_but_relieved_face;anxious call close complicated not sweat time whew;mặt_thất_vọng_nhưng_nhẹ_nhõm;ngạc_nhiên
😖;confounded confounded_face;annoyed confused cringe distraught feels frustrated mad sad;mặt_xấu_hổ;
😣;persevere persevering_face;concentrate concentration focus headache;mặt_kiên_nhẫn;tập_trung đau_đầu
😓;sweat downcast_face_with_sweat;close cold feels headache nervous sad scared yikes;mặt_chán_nản_với_mồ_hôi;lạnh
😫;tired_face;cost feels nap sad sneeze;mặt_mệt_mỏi;
🥱;yawning_face;bedtime bored goodnight nap night sleep sleepy tired whatever yawn zzz;mặt_đang_ngáp;buồn_ngủ chán không_quan_tâm mệt_mỏi ngủ_thôi sao_cũng_được
😤;triumph face_with_steam_from_nose;anger angry feels fume fuming furious fury mad unhappy won;mặt_có_mũi_đang_phì_hơi;chiến_thắng hân_hoan không_vui tức_giận
😠;angry angry_face;anger blame feels frustrated mad maddening rage shade unhappy upset;mặt_giận_giữ;tức_giận điên
🤬;cursing_face face_with_symbols_on_mouth serious_face_with_symbols_covering_mouth;censor cussing mad pissed swearing;mặt_có_các_ký_hiệu_trên_miệng;chửi_rủa chửi_thề tức_giận
👿;imp angry_face_with_horns;demon devil evil fairy fairytale fantasy mischievous purple shade tale;mặt_giận_giữ_có_sừng;ma_quỷ mặt_giận_dữ_có_sừng quỷ tiểu_yêu tưởng_tượng
☠️;skull_and_crossbones;bone dead death face monster;đầu_lâu_xương_chéo;cái_chết mặt quái_vật sọ
🤡;clown_face;;mặt_hề;
👹;japanese_ogre ogre;creature devil face fairy fairytale fantasy mask monster scary tale;mặt_quỷ;quái_vật quỷ_ăn_thịt_người sinh_vật truyện_cổ_tích tưởng_tượng
👺;japanese_goblin goblin;angry creature face fairy fairytale fantasy mask mean monster tale;yêu_tinh;mặt quái_vật sinh_vật truyện_cổ_tích tưởng_tượng
👻;ghost;boo creature excited face fairy fairytale fantasy halloween haunting monster scary silly tale;ma;mặt quái_vật sinh_vật truyện_cổ_tích tưởng_tượng
👽;alien;creature extraterrestrial face fairy fairytale fantasy monster space tale ufo;người_ngoài_hành_tinh;giả_tưởng khuôn_mặt ngoài_trái_đất sinh_vật đĩa_bay
👾;space_invader alien_monster;creature extraterrestrial face fairy fairytale fantasy game gamer games pixelated tale ufo;quái_vật_ngoài_hành_tinh;khuôn_mặt ngoài_trái_đất người_ngoài_hành_tinh sinh_vật đĩa_bay
🤖;robot robot_face;monster;mặt_rô_bốt;quỷ
😺;smiley_cat grinning_cat;animal face mouth open smile smiling;mặt_mèo_cười_tươi;con_mèo khuôn_mặt miệng mặt_mèo_cười_miệng_há mở_ra nụ_cười
😸;smile_cat grinning_cat_with_smiling_eyes;animal eye face grin;mặt_mèo_cười_tươi_với_hai_mắt_híp_lại;cười_toét mặt_mèo_cười_toét_mắt_cười
😹;joy_cat cat_with_tears_of_joy;animal face laugh laughing lol tear;mặt_mèo_có_nước_mắt_vui_sướng;niềm_vui
😻;heart_eyes_cat smiling_cat_with_heart_eyes;animal eye face love smile;mặt_mèo_cười_mắt_hình_trái_tim;con_mèo khuôn_mặt nụ_cười thân_ái
😼;smirk_cat cat_with_wry_smile;animal face ironic;mặt_mèo_cười_gượng;châm_biếm con_mèo khuôn_mặt mỉa_mai nụ_cười
😽;kissing_cat;animal closed eye eyes face kiss;mặt_mèo_hôn_mắt_nhắm;con_mèo khuôn_mặt
🙀;scream_cat weary_cat;animal face oh surprised;mặt_mèo_mệt_lử;mệt_mỏi ngạc_nhiên ôi
😿;crying_cat_face crying_cat;animal cry sad tear;mặt_mèo_đang_khóc;buồn nước_mắt
😾;pouting_cat;animal face;mặt_mèo_hờn_dỗi;
🙉;hear_no_evil hear_no_evil_monkey;animal ears face forbidden gesture listen not prohibited secret shh tmi;khỉ_không_nghe_điều_xấu;cấm mặt
🙊;speak_no_evil speak_no_evil_monkey;animal face forbidden gesture not oops prohibited quiet secret stealth;khỉ_không_nói_điều_xấu;cấm mặt
💌;love_letter;heart mail romance valentine;thư_tình;lá_thư trái_tim yêu
💘;cupid heart_with_arrow;143 adorbs date emotion ily love romance valentine;trái_tim_với_mũi_tên;thần_tình_yêu
💝;gift_heart heart_with_ribbon;143 anniversary emotion ily kisses valentine xoxo;trái_tim_với_ruy_băng;lễ_tình_yêu
💟;heart_decoration;143 emotion hearth purple white;hình_trang_trí_trái_tim;
❤️‍🔥;heart_on_fire;burn love lust sacred;trái_tim_bốc_lửa;cháy thèm_khát trái_tim_linh_thiêng tình_yêu
❤️‍🩹;mending_heart;healthier improving recovering recuperating well;trái_tim_đang_lành;cải_thiện hồi_phục khỏe_mạnh_hơn phục_hồi
🩷;pink_heart;143 adorable cute emotion ily like love special sweet;trái_tim_màu_hồng;dễ_thương thích yêu
🧡;orange_heart;143;trái_tim_màu_cam;
💛;yellow_heart;143 cardiac emotion ily love;trái_tim_màu_vàng;cảm_xúc yêu
🩵;light_blue_heart;143 cute cyan emotion ily like love sky special teal;trái_tim_màu_xanh_dương_nhạt;143 cảm_xúc dễ_thương thích xanh_lơ xanh_mòng_két yêu đặc_biệt
🤎;brown_heart;143;trái_tim_màu_nâu;
🩶;grey_heart;143 emotion gray ily love silver slate special;trái_tim_màu_xám;143 bạc cảm_xúc xám_đen yêu đặc_biệt
🤍;white_heart;143;trái_tim_màu_trắng;
💢;anger anger_symbol;angry comic mad upset;biểu_tượng_giận_giữ;hài_hước tức_giận điên
💫;dizzy;comic shining shooting star stars;choáng_váng;hài_hước ngôi_sao
💦;sweat_drops sweat_droplets;comic drip droplet splashing squirt water wet work workout;giọt_mồ_hôi;bắn_tung_tóe giọt_nước hài_hước nước tập_thể_dục
💨;dash dashing_away;cloud comic fart fast go gone gotta running smoke;lao_đi;chạy chớp_nhoáng hài_hước
🕳️;hole;;lỗ;
💬;speech_balloon;bubble comic dialog message sms talk text typing;bong_bóng_lời_nói;bài_diễn_văn hài_hước thoại
👁️‍🗨️;eye_speech_bubble eye_in_speech_bubble;balloon witness;mắt_trong_bong_bóng_lời_nói;nhân_chứng
🗨️;left_speech_bubble;balloon dialog;bong_bóng_lời_nói_trái;bài_diễn_văn thoại
🗯️;right_anger_bubble;angry balloon mad;bong_bóng_góc_phải;khí_cầu tức_giận điên
💭;thought_balloon;bubble cartoon cloud comic daydream decisions dream idea invent invention realize think thoughts wonder;bong_bóng_suy_nghĩ;hài_hước khí_cầu
💤;zzz;comic good goodnight night sleep sleeping sleepy tired;buồn_ngủ;hài_hước mệt ngất_rồi đang_ngủ
🤚;raised_back_of_hand;backhand;mu_bàn_tay_giơ_lên;
🖐️;raised_hand_with_fingers_splayed hand_with_fingers_splayed;finger stop;tay_xòe_ngón_giơ_lên;dừng
✋;hand raised_hand;5 five high stop;bàn_tay_giơ_lên;dừng_lại
🖖;vulcan_salute spock_hand;finger hands;tay_thần_lửa;ngón_tay spock
🫱;rightwards_hand;handshake hold reach right rightward shake;bàn_tay_hướng_sang_bên_phải;
🫲;leftwards_hand;handshake hold left leftward reach shake;bàn_tay_hướng_sang_bên_trái;
🫳;palm_down_hand;dismiss drop dropped pick shoo up;bàn_tay_có_lòng_bàn_tay_hướng_xuống;thả xua xuỵt đuổi
🫴;palm_up_hand;beckon catch come hold know lift me offer tell;bàn_tay_có_lòng_bàn_tay_hướng_lên;bắt mời_gọi vẫy_gọi đến
🫷;leftwards_pushing_hand;block five halt high hold leftward pause push refuse slap stop wait;bàn_tay_đẩy_sang_trái;chặn chờ dừng dừng_lại thôi từ_chối đập_tay
🫸;rightwards_pushing_hand;block five halt high hold pause push refuse rightward slap stop wait;bàn_tay_đẩy_sang_phải;chặn chờ dừng dừng_lại thôi từ_chối đập_tay
🤌;pinched_fingers;gesture hand hold huh interrogation patience relax sarcastic ugh what zip;ngón_tay_khum_lại;cái_gì cử_chỉ_tay kiên_nhẫn mỉa_mai thư_giãn thẩm_vấn
🤏;pinching_hand;amount bit fingers little small sort;tay_chụm;số_lượng_nhỏ ít
🫰;hand_with_index_finger_and_thumb_crossed;3 expensive heart love money snap;bàn_tay_với_ngón_trỏ_và_ngón_cái_bắt_chéo;búng_tay tiền_bạc trái_tim tình_yêu đắt_tiền
🤟;love_you_gesture i_love_you_hand_sign;fingers ily three;cử_chỉ_yêu_nhau;anh_yêu_em ba_ngón_tay tay
🤘;metal the_horns sign_of_the_horns;finger hand rock_on;ký_hiệu_cặp_sừng;ngón_tay tay tuyệt_vời
🤙;call_me_hand;hang loose shaka;bàn_tay_gọi_cho_tôi;gọi_điện
👆;point_up_2 backhand_index_pointing_up;finger hand;ngón_trỏ_trái_chỉ_lên;ngón_tay tay tay_trái
🖕;fu middle_finger reversed_hand_with_middle_finger_extended;;ngón_giữa;ngón_tay tay
☝️;point_up index_pointing_up;finger hand this;ngón_trỏ_chỉ_lên_trên;ngón_tay tay
🫵;index_pointing_at_the_viewer;finger hand poke you;ngón_trỏ_chỉ_vào_người_xem;bạn
👎;-1 thumbsdown thumbs_down;bad dislike good hand no nope thumb;không_thích dấu_ra_hiệu_từ_chối;-1 ngón_tay_cái tay xuống
✊;fist fist_raised raised_fist;clenched hand punch solidarity;nắm_đấm_giơ_lên;cú_đấm nắm_tay siết_chặt tay đoàn_kết
👊;facepunch fist_oncoming punch oncoming_fist;absolutely agree boom bro bruh bump clenched correct hand knuckle pound rock ttyl;nắm_đấm;cú_đấm nắm_tay siết_chặt tay
🤛;fist_left left_facing_fist;leftwards;nắm_đấm_hướng_phía_trái;
🤜;fist_right right_facing_fist;rightwards;nắm_đấm_hướng_sang_phải;
🫶;heart_hands;3 love you;hai_bàn_tay_tạo_hình_trái_tim;yêu
👐;open_hands;hand hug jazz swerve;hai_bàn_tay_đang_xòe;mở_ra
🤲;palms_up_together;cupped dua hands pray prayer wish;hai_bàn_tay_chạm_vào_nhau;cầu_nguyện lời_cầu_nguyện
🤝;handshake;agreement deal hand meeting shake;bắt_tay;gặp_mặt rung đồng_ý
✍️;writing_hand;write;bàn_tay_đang_viết;
💅;nail_care nail_polish;bored cosmetics done makeup manicure whatever;sơn_móng_tay;chăm_sóc làm_móng_tay mỹ_phẩm đánh_bóng
🤳;selfie;camera phone;tự_sướng;máy_ảnh điện_thoại
🦾;mechanical_arm;accessibility prosthetic;cánh_tay_giả;hỗ_trợ hỗ_trợ_tiếp_cận
🦿;mechanical_leg;accessibility prosthetic;chân_giả;hỗ_trợ hỗ_trợ_tiếp_cận
🦵;leg;bent foot kick knee limb;chân;chân_tay gập_chân đá
🦶;foot;ankle feet kick stomp;bàn_chân;dậm_mạnh mắt_cá_chân đá
👂;ear;body ears hear hearing listen listening sound;tai;cơ_thể nghe âm_thanh
🦻;ear_with_hearing_aid;accessibility hard;tai_đeo_thiết_bị_trợ_thính;hỗ_trợ hỗ_trợ_tiếp_cận nặng_tai
👃;nose;body noses nosey odor smell smells;mũi;cơ_thể
🧠;brain;intelligent smart;não;thông_minh
🫀;anatomical_heart;beat cardiology heartbeat organ pulse real red;cơ_quan_tim;giải_phẫu khoa_tim_mạch màu_đỏ nhịp_tim trung_tâm trái_tim trái_tim_thật
🫁;lungs;breath breathe exhalation inhalation lung organ respiration;phổi;cơ_quan hít_vào hô_hấp hơi_thở thở thở_ra
🦷;tooth;dentist pearly teeth white;răng;nha_sĩ trắng trắng_ngọc
🦴;bone;bones dog skeleton wishbone;xương;bộ_xương chó xương_đòn
👁️;eye;1 body one;mắt;cơ_thể một_mắt
👅;tongue;body lick slurp;lưỡi;cơ_thể
👄;lips mouth;beauty body kiss kissing lipstick;miệng;cơ_thể hôn làm_đẹp môi
🫦;biting_lip;anxious bite fear flirt flirting kiss lipstick nervous sexy uncomfortable worried worry;cắn_môi;hồi_hộp khó_chịu lo_lắng lo_âu sợ_hãi tán_tỉnh
👶;baby;babies children goo infant newborn pregnant young;trẻ_con;trẻ_em trẻ_sơ_sinh
🧒;child;bright_eyed grandchild kid young younger;trẻ_em;giới_tính_chung giới_tính_không_xác_định
👦;boy;bright_eyed child grandson kid son young younger;con_trai;cậu_bé
👧;girl;bright_eyed child daughter granddaughter kid virgo young younger zodiac;con_gái;bím_tóc cung_hoàng_đạo cô_gái trẻ xử_nữ
🧑;adult person;;người;giới_tính_chung giới_tính_không_xác_định người_lớn
👱;blond_haired_person person_with_blond_hair person_blond_hair;human;người_tóc_vàng_hoe;
👨;man;adult bro;đàn_ông;người_lớn
🧔;bearded_person person_beard;whiskers;người_có_râu;người_đàn_ông_có_râu
🧔‍♂️;man_beard man_with_beard;bearded whiskers;người_đàn_ông_có_râu;
🧔‍♀️;woman_beard woman_with_beard;bearded whiskers;người_phụ_nữ_có_râu;
👨‍🦰;red_haired_man man_red_hair;adult bro;đàn_ông_tóc_đỏ;người_lớn
👨‍🦱;curly_haired_man man_curly_hair;adult bro;đàn_ông_tóc_xoăn;người_lớn
👨‍🦳;white_haired_man man_white_hair;adult bro;đàn_ông_tóc_trắng;người_lớn
👨‍🦲;bald_man man_bald;adult bro;đàn_ông_hói;người_lớn
👩;woman;adult lady;phụ_nữ;người_lớn
👩‍🦰;red_haired_woman woman_red_hair;adult lady;phụ_nữ_tóc_đỏ;người_lớn
🧑‍🦰;person_red_hair red_haired_person;adult;người_tóc_đỏ;giới_tính_chung giới_tính_không_xác_định người_lớn
👩‍🦱;curly_haired_woman woman_curly_hair;adult lady;phụ_nữ_tóc_xoăn;người_lớn
🧑‍🦱;person_curly_hair curly_haired_person;adult;người_tóc_xoăn;giới_tính_chung giới_tính_không_xác_định người_lớn
👩‍🦳;white_haired_woman woman_white_hair;adult lady;phụ_nữ_tóc_trắng;người_lớn
🧑‍🦳;person_white_hair white_haired_person;adult;người_tóc_trắng;giới_tính_chung giới_tính_không_xác_định người_lớn
👩‍🦲;bald_woman woman_bald;adult lady;phụ_nữ_hói;người_lớn
🧑‍🦲;person_bald bald_person;adult;người_hói;giới_tính_chung giới_tính_không_xác_định người_lớn
👱‍♀️;blond_haired_woman blonde_woman woman_blond_hair;;người_phụ_nữ_tóc_vàng_hoe;
👱‍♂️;blond_haired_man man_blond_hair;;người_đàn_ông_tóc_vàng_hoe;
🧓;older_adult older_person;elderly grandparent old wise;người_lớn_tuổi;già giới_tính_không_xác_định giới_tính_trung_lập
👴;older_man old_man;adult bald elderly gramps grandfather grandpa wise;cụ_ông;già người_lớn đàn_ông đầu_hói
👵;older_woman old_woman;adult elderly grandma grandmother granny lady wise;cụ_bà;già người_lớn phụ_nữ
🙍;frowning_person person_frowning;annoyed disappointed disgruntled disturbed frown frustrated gesture irritated upset;người_đang_cau_mày;buồn_bã bực_tức cử_chỉ khó_chịu không_vui thất_vọng
🙍‍♂️;frowning_man man_frowning;annoyed disappointed disgruntled disturbed frown frustrated gesture irritated upset;người_đàn_ông_cau_mày;cử_chỉ nam
🙍‍♀️;frowning_woman woman_frowning;annoyed disappointed disgruntled disturbed frown frustrated gesture irritated upset;người_phụ_nữ_cau_mày;cử_chỉ
🙎;pouting_face person_with_pouting_face person_pouting;disappointed downtrodden frown grimace scowl sulk upset whine;người_đang_bĩu_môi;cáu_kỉnh cử_chỉ hờn_dỗi nhăn_nhó thất_vọng
🙎‍♂️;pouting_man man_pouting;disappointed downtrodden frown grimace scowl sulk upset whine;người_đàn_ông_bĩu_môi;cử_chỉ nam
🙎‍♀️;pouting_woman woman_pouting;disappointed downtrodden frown grimace scowl sulk upset whine;người_phụ_nữ_bĩu_môi;cử_chỉ
🙅;no_good person_gesturing_no;forbidden gesture hand not prohibit;người_ra_hiệu_phản_đối;cấm cử_chỉ không_bao_giờ không_cho_phép không_đời_nào tay
🙅‍♂️;ng_man no_good_man man_gesturing_no;forbidden gesture hand not prohibit;người_đàn_ông_ra_hiệu_phản_đối;bị_cấm cấm cử_chỉ tay
🙅‍♀️;ng_woman no_good_woman woman_gesturing_no;forbidden gesture hand not prohibit;người_phụ_nữ_ra_hiệu_phản_đối;bị_cấm cấm cử_chỉ tay
🙆;ok_person person_gesturing_ok;exercise gesture hand omg;người_ra_hiệu_đồng_ý;cử_chỉ ok tay thể_dục
🙆‍♂️;ok_man man_gesturing_ok;exercise gesture hand omg;người_đàn_ông_ra_hiệu_đồng_ý;cử_chỉ nam ok tay
🙆‍♀️;ok_woman woman_gesturing_ok;exercise gesture hand omg;người_phụ_nữ_ra_hiệu_đồng_ý;cử_chỉ người_đàn_ông_ra_hiệu_đồng_ý ok tay
💁;information_desk_person tipping_hand_person person_tipping_hand;fetch flick flip gossip sarcasm sarcastic sassy seriously whatever;người_ra_hiệu_trợ_giúp;hất_tóc mách_nước mỉa_mai nghiêm_túc tay thông_tin tươi_tắn vuốt_tóc
💁‍♂️;sassy_man tipping_hand_man man_tipping_hand;fetch flick flip gossip sarcasm sarcastic seriously whatever;người_đàn_ông_ra_hiệu_trợ_giúp;nam tay_ra_hiệu tươi_tắn
💁‍♀️;sassy_woman tipping_hand_woman woman_tipping_hand;fetch flick flip gossip sarcasm sarcastic seriously whatever;người_phụ_nữ_ra_hiệu_trợ_giúp;tay_ra_hiệu tươi_tắn
🙋‍♂️;raising_hand_man man_raising_hand;gesture here know me pick question raise;người_đàn_ông_giơ_cao_tay;cử_chỉ nam
🙋‍♀️;raising_hand_woman woman_raising_hand;gesture here know me pick question raise;người_phụ_nữ_giơ_cao_tay;cử_chỉ
🧏;deaf_person;accessibility ear gesture hear;người_khiếm_thính;hỗ_trợ_tiếp_cận nghe tai điếc
🧏‍♂️;deaf_man;accessibility ear gesture hear;người_đàn_ông_khiếm_thính;điếc
🧏‍♀️;deaf_woman;accessibility ear gesture hear;người_phụ_nữ_khiếm_thính;điếc
🙇;bow person_bowing;apology ask beg favor forgive gesture meditate meditation pity regret sorry;người_đang_cúi_đầu;cầu_xin cử_chỉ hối_tiếc lấy_làm_tiếc lời_xin_lỗi tha_thứ tội_nghiệp
🙇‍♂️;bowing_man man_bowing;apology ask beg bow favor forgive gesture meditate meditation pity regret sorry;người_đàn_ông_cúi_đầu;cử_chỉ xin_lỗi ủng_hộ
🙇‍♀️;bowing_woman woman_bowing;apology ask beg bow favor forgive gesture meditate meditation pity regret sorry;người_phụ_nữ_cúi_đầu;cử_chỉ xin_lỗi ủng_hộ
🤦‍♂️;man_facepalming;again bewilder disbelief exasperation facepalm no not oh omg shock smh;người_đàn_ông_lấy_tay_che_mặt;hoài_nghi không_tin_nổi lại_nữa_rồi lắc_đầu nam thở_dài_thườn_thượt tức_giận
🤦‍♀️;woman_facepalming;again bewilder disbelief exasperation facepalm no not oh omg shock smh;người_phụ_nữ_lấy_tay_che_mặt;hoài_nghi không_tin_nổi lại_nữa_rồi lắc_đầu thở_dài_thườn_thượt tức_giận
🤷‍♂️;man_shrugging;doubt dunno guess idk ignorance indifference knows maybe shrug whatever who;người_đàn_ông_nhún_vai;chắc_vậy có_thể không_biết nam nghi_ngờ sao_cũng_được sự_thờ_ơ vô_minh
🤷‍♀️;woman_shrugging;doubt dunno guess idk ignorance indifference knows maybe shrug whatever who;người_phụ_nữ_nhún_vai;chắc_vậy có_thể không_biết nghi_ngờ sao_cũng_được sự_thờ_ơ vô_minh
🧑‍⚕️;health_worker;doctor healthcare nurse therapist;nhân_viên_y_tế;bác_sĩ chăm_sóc_sức_khỏe nhà_trị_liệu y_tá
👨‍⚕️;man_health_worker male_doctor;healthcare nurse therapist;nhân_viên_y_tế_nam;bác_sĩ chăm_sóc_sức_khỏe trị_liệu y_tá
👩‍⚕️;woman_health_worker female_doctor;healthcare nurse therapist;nhân_viên_y_tế_nữ;bác_sĩ chăm_sóc_sức_khỏe trị_liệu y_tá
🧑‍🎓;student;graduate;sinh_viên;tốt_nghiệp
👨‍🎓;man_student male_student;graduate;sinh_viên_nam;tốt_nghiệp
👩‍🎓;woman_student female_student;graduate;sinh_viên_nữ;tốt_nghiệp
🧑‍🏫;teacher;instructor lecturer professor;giáo_viên;giáo_sư người_hướng_dẫn
👨‍🏫;man_teacher male_teacher;instructor lecturer professor;giáo_viên_nam;giáo_sư người_hướng_dẫn
👩‍🏫;woman_teacher female_teacher;instructor lecturer professor;giáo_viên_nữ;giáo_sư người_hướng_dẫn phụ_nữ
🧑‍⚖️;judge;justice law scales;thẩm_phán;cầm_cân_nảy_mực
👨‍⚖️;man_judge male_judge;justice law scales;thẩm_phán_nam;công_lý cầm_cân_nảy_mực
👩‍⚖️;woman_judge female_judge;justice law scales;thẩm_phán_nữ;cầm_cân_nảy_mực
🧑‍🌾;farmer;gardener rancher;nông_dân;chủ_trang_trại người_làm_vườn
👨‍🌾;man_farmer male_farmer;gardener rancher;nông_dân_nam;người_làm_vườn người_nuôi_súc_vật
👩‍🌾;woman_farmer female_farmer;gardener rancher;nông_dân_nữ;người_làm_vườn người_nuôi_súc_vật
🧑‍🍳;cook;chef;đầu_bếp;nấu_ăn
👨‍🍳;man_cook male_cook;chef;đầu_bếp_nam;nấu_ăn
👩‍🍳;woman_cook female_cook;chef;đầu_bếp_nữ;nấu_ăn
🧑‍🔧;mechanic;electrician plumber tradesperson;thợ_máy;thợ_sửa_ống_nước thợ_thủ_công thợ_điện
👨‍🔧;man_mechanic male_mechanic;electrician plumber tradesperson;thợ_máy_nam;cơ_khí người_đàn_ông thợ_sửa_ống_nước thợ_điện
👩‍🔧;woman_mechanic female_mechanic;electrician plumber tradesperson;thợ_máy_nữ;cơ_khí phụ_nữ thợ_sửa_ống_nước thợ_điện
🧑‍🏭;factory_worker;assembly industrial;công_nhân_nhà_máy;công_nghiệp lắp_ráp
👨‍🏭;man_factory_worker male_factory_worker;assembly industrial;công_nhân_nhà_máy_nam;công_nghiệp lắp_ráp
👩‍🏭;woman_factory_worker female_factory_worker;assembly industrial;công_nhân_nhà_máy_nữ;công_nghiệp lắp_ráp
🧑‍💼;office_worker;architect business manager white_collar;nhân_viên_văn_phòng;công_việc_văn_phòng kinh_doanh kiến_trúc_sư người_quản_lý
👨‍💼;man_office_worker male_office_worker;architect business manager white_collar;nhân_viên_văn_phòng_nam;công_việc_văn_phòng kinh_doanh kiến_trúc_sư người_quản_lý người_đàn_ông
👩‍💼;woman_office_worker female_office_worker;architect business manager white_collar;nhân_viên_văn_phòng_nữ;công_việc_văn_phòng kinh_doanh kiến_trúc_sư người_phụ_nữ người_quản_lý
🧑‍🔬;scientist;biologist chemist engineer mathematician physicist;nhà_khoa_học;kỹ_sư nhà_hóa_học nhà_sinh_vật_học nhà_vật_lý
👨‍🔬;man_scientist male_scientist;biologist chemist engineer mathematician physicist;nhà_khoa_học_nam;kỹ_sư người_đàn_ông nhà_hóa_học nhà_sinh_vật_học nhà_vật_lý
👩‍🔬;woman_scientist female_scientist;biologist chemist engineer mathematician physicist;nhà_khoa_học_nữ;kỹ_sư người_phụ_nữ nhà_hóa_học nhà_sinh_vật_học nhà_vật_lý
🧑‍💻;technologist;coder computer developer inventor software;kỹ_sư_công_nghệ;lập_trình_viên người_phát_minh nhà_phát_triển phần_mềm
👨‍💻;man_technologist male_technologist;coder computer developer inventor software;kỹ_sư_công_nghệ_nam;lập_trình_viên người_phát_minh người_đàn_ông nhà_phát_triển phần_mềm
👩‍💻;woman_technologist female_technologist;coder computer developer inventor software;kỹ_sư_công_nghệ_nữ;lập_trình_viên người_phát_minh người_phụ_nữ nhà_phát_triển phần_mềm
🧑‍🎤;singer;actor entertainer rock rockstar star;ca_sĩ;diễn_viên nghệ_sĩ ngôi_sao nhạc_rock
👨‍🎤;man_singer male_singer;actor entertainer rock rockstar star;nam_ca_sĩ;nam_diễn_viên nghệ_sĩ ngôi_sao người_đàn_ông nhạc_rock
👩‍🎤;woman_singer female_singer;actor entertainer rock rockstar star;nữ_ca_sĩ;diễn_viên nghệ_sĩ ngôi_sao người_phụ_nữ nhạc_rock
🧑‍🎨;artist;palette;họa_sĩ;bảng_màu
👨‍🎨;man_artist male_artist;palette;họa_sĩ_nam;bảng_màu nghệ_sĩ
👩‍🎨;woman_artist female_artist;palette;họa_sĩ_nữ;bảng_màu nghệ_sĩ
🧑‍✈️;pilot;plane;phi_công;máy_bay
👨‍✈️;man_pilot male_pilot;plane;phi_công_nam;máy_bay
👩‍✈️;woman_pilot female_pilot;plane;phi_công_nữ;máy_bay
🧑‍🚀;astronaut;rocket space;phi_hành_gia;tên_lửa
👨‍🚀;man_astronaut male_astronaut;rocket space;phi_hành_gia_nam;không_gian tên_lửa
👩‍🚀;woman_astronaut female_astronaut;rocket space;phi_hành_gia_nữ;không_gian tên_lửa
🧑‍🚒;firefighter;fire firetruck;lính_cứu_hỏa;xe_cứu_hỏa
👨‍🚒;man_firefighter male_firefighter;fire firetruck;lính_cứu_hỏa_nam;xe_cứu_hỏa
👩‍🚒;woman_firefighter female_firefighter;fire firetruck;lính_cứu_hỏa_nữ;xe_cứu_hỏa
👮;cop police_officer;apprehend arrest citation law over pulled undercover;cảnh_sát;bắt_giữ bị_tóm công_an cảnh_sát_nằm_vùng dừng_xe luật sĩ_quan
👮‍♂️;policeman male_police_officer man_police_officer;apprehend arrest citation cop law over pulled undercover;cảnh_sát_nam;người_đàn_ông sĩ_quan
👮‍♀️;policewoman female_police_officer woman_police_officer;apprehend arrest citation cop law over pulled undercover;cảnh_sát_nữ;bắt_giữ bị_tóm công_an cảnh_sát_nằm_vùng luật_pháp ra_tòa sĩ_quan
🕵️;detective sleuth_or_spy;;thám_tử;gián_điệp trinh_thám
🕵️‍♂️;male_detective man_detective;sleuth spy;thám_tử_nam;gián_điệp trinh_thám
🕵️‍♀️;female_detective woman_detective;sleuth spy;thám_tử_nữ;gián_điệp trinh_thám
💂;guard;buckingham helmet london palace;bảo_vệ;cung_điện_buckingham london mũ_bảo_hiểm
💂‍♂️;guardsman male_guard man_guard;buckingham helmet london palace;bảo_vệ_nam;
💂‍♀️;guardswoman female_guard woman_guard;buckingham helmet london palace;bảo_vệ_nữ;cung_điện_buckingham london
🥷;ninja;assassin fight fighter hidden person secret skills sly soldier stealth war;;chiến_tranh kẻ_sát_nhân kỹ_năng người tàng_hình đấu_sĩ ẩn
👷;construction_worker;build fix hardhat hat man person rebuild remodel repair work;công_nhân_xây_dựng;mũ mũ_bảo_hiểm sửa_chữa tu_sửa
👷‍♂️;construction_worker_man male_construction_worker man_construction_worker;build fix hardhat hat rebuild remodel repair work;công_nhân_xây_dựng_nam;
👷‍♀️;construction_worker_woman female_construction_worker woman_construction_worker;build fix hardhat hat man rebuild remodel repair work;công_nhân_xây_dựng_nữ;
🫅;person_with_crown;monarch noble regal royal royalty;người_đội_vương_miện;cao_quý hoàng_gia quân_vương vương_giả
🤴;prince;crown fairy fairytale fantasy king royal royalty tale;hoàng_tử;cổ_tích giả_tưởng hoàng_gia vua vương_miện
👸;princess;crown fairy fairytale fantasy queen royal royalty tale;công_chúa;cổ_tích giả_tưởng hoàng_gia hoàng_hậu vương_miện
👳;person_with_turban person_wearing_turban;;người_đội_khăn_xếp;khăn_turban
👳‍♂️;man_with_turban man_wearing_turban;;người_đàn_ông_đội_khăn_xếp;nam
👳‍♀️;woman_with_turban woman_wearing_turban;;người_phụ_nữ_đội_khăn_xếp;
👲;man_with_gua_pi_mao person_with_skullcap;cap chinese guapi hat;người_đàn_ông_đội_mũ_trung_quốc;mũ_khang_hy
🧕;woman_with_headscarf person_with_headscarf;bandana head hijab kerchief mantilla tichel;người_phụ_nữ_quàng_khăn_trùm_đầu;hijab khăn_vuông tichel
🤵;person_in_tuxedo;formal wedding;người_mặc_bộ_vest;chú_rể
🤵‍♂️;man_in_tuxedo;formal groom wedding;người_đàn_ông_mặc_bộ_vest;
🤵‍♀️;woman_in_tuxedo;formal wedding;người_phụ_nữ_mặc_bộ_vest;
👰;person_with_veil;wedding;người_đội_khăn_voan;cô_dâu cô_dâu_với_khăn_voan cưới mạng_che_mặt
👰‍♂️;man_with_veil;wedding;người_đàn_ông_đội_khăn_voan;
👰‍♀️;bride_with_veil woman_with_veil;wedding;người_phụ_nữ_đội_khăn_voan;
🤰;pregnant_woman;;người_phụ_nữ_có_thai;mang_thai phụ_nữ_mang_thai
🫃;pregnant_man;belly bloated full overeat;người_đàn_ông_mang_bầu;bụng_bầu có_thai căng_phồng no_đủ
🫄;pregnant_person;belly bloated full overeat stuffed;người_mang_bầu;bụng_bầu có_thai căng_phồng no_đủ
🤱;breast_feeding;baby mom mother nursing woman;cho_con_bú;em_bé nuôi_con_bằng_sữa_mẹ vú
👩‍🍼;woman_feeding_baby;feed mom mother nanny newborn nursing;người_phụ_nữ_cho_con_bú;em_bé mẹ trẻ_em trẻ_sơ_sinh tình_yêu đàn_ông
👨‍🍼;man_feeding_baby;dad father feed nanny newborn nursing;người_cho_con_bú;bố em_bé nam người_đàn_ông_cho_con_bú tình_yêu đàn_ông
🧑‍🍼;person_feeding_baby;feed nanny newborn nursing parent;người_cho_em_bé_bú;bố cho_con_bú mẹ người_cho_con_bú phụ_nữ trẻ_sơ_sinh đàn_ông
👼;angel baby_angel;church face fairy fairytale fantasy tale;thiên_thần_nhỏ;bé_con mặt truyện_cổ_tích tưởng_tượng
🎅;santa santa_claus;celebration christmas fairy fantasy father holiday merry tale xmas;ông_già_noel;cha claus giáng_sinh lễ_kỷ_niệm santa ông_già_noen
🤶;mrs_claus mother_christmas;celebration fairy fantasy holiday merry santa tale xmas;mẹ_giáng_sinh;bà_già_noel
🧑‍🎄;mx_claus;celebration christmas fairy fantasy holiday merry santa tale xmas;bà_già_noel;chúc_mừng_giáng_sinh giáng_sinh mũ người ông_già_noel
🦸;superhero;good hero superpower;siêu_anh_hùng;người người_dơi nữ_anh_hùng siêu_năng_lực tốt
🦸‍♂️;superhero_man male_superhero man_superhero;good hero superpower;nam_siêu_anh_hùng;nam_giới siêu_năng_lực tốt
🦸‍♀️;superhero_woman female_superhero woman_superhero;good hero heroine superpower;nữ_siêu_anh_hùng;phụ_nữ siêu_năng_lực tốt
🦹;supervillain;bad criminal evil superpower villain;nhân_vật_siêu_phản_diện;người siêu_năng_lực tội_phạm xấu_xa ác độc_ác
🦹‍♂️;supervillain_man male_supervillain man_supervillain;bad criminal evil superpower villain;nam_siêu_phản_diện;nam_giới nhân_vật_phản_diện siêu_năng_lực tội_phạm ác
🦹‍♀️;supervillain_woman female_supervillain woman_supervillain;bad criminal evil superpower villain;nữ_siêu_phản_diện;nhân_vật_phản_diện phụ_nữ siêu_năng_lực tội_phạm ác
🧙;mage;fantasy magic play sorcerer sorceress sorcery spell summon witch wizard;pháp_sư;bà_cốt kỳ_ảo phép_thuật phù_thủy thần_chú thầy_phù_thuỷ triệu_hồi đạo_sĩ đồng_cốt
🧙‍♂️;mage_man male_mage man_mage;fantasy magic play sorcerer sorceress sorcery spell summon witch wizard;pháp_sư_nam;phù_thủy
🧙‍♀️;mage_woman female_mage woman_mage;fantasy magic play sorcerer sorceress sorcery spell summon witch wizard;pháp_sư_nữ;bà_cốt phù_thủy
🧚;fairy;fairytale fantasy myth person pixie tale wings;tiên;cánh_tiên kỳ_ảo oberon puck thần_thoại thần_tiên titania
🧚‍♂️;fairy_man male_fairy man_fairy;fairytale fantasy myth oberon person pixie puck tale wings;ông_tiên;oberon puck
🧚‍♀️;fairy_woman female_fairy woman_fairy;fairytale fantasy myth person pixie tale titania wings;bà_tiên;titania
🧛;vampire;blood dracula fangs halloween scary supernatural teeth undead;ma_cà_rồng;bất_tử dracula halloween hóa_trang máu răng_nanh siêu_nhiên xác_sống đáng_sợ
🧛‍♂️;vampire_man male_vampire man_vampire;blood fangs halloween scary supernatural teeth undead;ma_cà_rồng_nam;dracula xác_sống
🧛‍♀️;vampire_woman female_vampire woman_vampire;blood fangs halloween scary supernatural teeth undead;ma_cà_rồng_nữ;xác_sống
🧜;merperson;creature fairytale folklore ocean sea siren trident;người_cá;chàng_tiên_cá công_chúa_cá nàng_tiên_cá sinh_vật_biển thần_thoại truyện_cổ_tích đinh_ba
🧜‍♂️;merman;creature fairytale folklore neptune ocean poseidon sea siren trident triton;chàng_tiên_cá;thần_nửa_người_nửa_cá
🧜‍♀️;mermaid;creature fairytale folklore merwoman ocean sea siren trident;nàng_tiên_cá;công_chúa_cá
🧝;elf;elves enchantment fantasy folklore magic magical myth;yêu_ma;cổ_tích kỳ_ảo phép_thuật thần_bí tộc_tiên yêu_tinh
🧝‍♂️;elf_man male_elf man_elf;elves enchantment fantasy folklore magic magical myth;nam_quỷ;phép_thuật
🧝‍♀️;elf_woman female_elf woman_elf;elves enchantment fantasy folklore magic magical myth;nữ_quỷ;phép_thuật
🧞;genie;djinn fantasy jinn lamp myth rub wishes;thần;chà_đèn_thần huyền_bí kỳ_ảo ma_thần thần_đèn điều_ước đèn_thần
🧞‍♂️;genie_man male_genie man_genie;djinn fantasy jinn lamp myth rub wishes;nam_thần;ma_thần
🧞‍♀️;genie_woman female_genie woman_genie;djinn fantasy jinn lamp myth rub wishes;nữ_thần;ma_thần
🧟;zombie;apocalypse dead halloween horror scary undead walking;xác_chết_sống_lại;halloween kinh_dị tận_thế zombie
🧟‍♂️;zombie_man male_zombie man_zombie;apocalypse dead halloween horror scary undead walking;xác_chết_nam_sống_lại;
🧟‍♀️;zombie_woman female_zombie woman_zombie;apocalypse dead halloween horror scary undead walking;xác_chết_nữ_sống_lại;
🧌;troll;fairy fantasy monster tale trolling;người_khổng_lồ_độc_ác;giả_tưởng quái_vật truyện_cổ_tích
💆;massage person_getting_massage;face headache relax relaxing salon soothe spa tension therapy treatment;người_được_xoa_bóp_mặt;mát_xa thư_giãn thẩm_mĩ_viện trị_liệu đau_đầu
💆‍♂️;massage_man man_getting_massage;face headache relax relaxing salon soothe spa tension therapy treatment;người_đàn_ông_được_xoa_bóp_mặt;nam
💆‍♀️;massage_woman woman_getting_massage;face headache relax relaxing salon soothe spa tension therapy treatment;người_phụ_nữ_được_xoa_bóp_mặt;
💇;haircut person_getting_haircut;barber beauty chop cosmetology cut groom hair parlor shears style;người_được_cắt_tóc;làm_đẹp phong_cách salon thợ_cắt_tóc tiệm tiệm_cắt_tóc tỉa_tóc vẻ_đẹp
💇‍♂️;haircut_man man_getting_haircut;barber beauty chop cosmetology cut groom hair parlor person shears style;người_đàn_ông_được_cắt_tóc;nam
💇‍♀️;haircut_woman woman_getting_haircut;barber beauty chop cosmetology cut groom hair parlor person shears style;người_phụ_nữ_được_cắt_tóc;
🚶;walking person_walking;amble gait hike man pace pedestrian stride stroll walk;người_đi_bộ;dáng_đi tản_bộ đang_đi_bộ đi_bộ_leo_núi đi_lang_thang đi_thong_dong
🚶‍♂️;walking_man man_walking;amble gait hike pace pedestrian stride stroll walk;người_đàn_ông_đi_bộ;đi_bộ_đường_dài
🚶‍♀️;walking_woman woman_walking;amble gait hike man pace pedestrian stride stroll walk;người_phụ_nữ_đi_bộ;đi_bộ_đường_dài
🚶‍➡️;person_walking_facing_right;amble gait hike man pace pedestrian stride stroll walk;người_đi_bộ_hướng_sang_phải;dáng_đi tản_bộ đang_đi_bộ đi_bộ_leo_núi đi_lang_thang đi_thong_dong
🚶‍♀️‍➡️;woman_walking_facing_right;amble gait hike man pace pedestrian stride stroll walk;người_phụ_nữ_đi_bộ_hướng_sang_phải;đi_bộ_đường_dài
🚶‍♂️‍➡️;man_walking_facing_right;amble gait hike pace pedestrian stride stroll walk;người_đàn_ông_đi_bộ_hướng_sang_phải;đi_bộ_đường_dài
🧍;standing_person person_standing;stand;người_đứng;đang_đứng
🧍‍♂️;standing_man man_standing;stand;người_đàn_ông_đứng;
🧍‍♀️;standing_woman woman_standing;stand;người_phụ_nữ_đứng;
🧎;kneeling_person person_kneeling;kneel knees;người_quỳ;quỳ_gối đang_quỳ
🧎‍♂️;kneeling_man man_kneeling;kneel knees;người_đàn_ông_quỳ;
🧎‍♀️;kneeling_woman woman_kneeling;kneel knees;người_phụ_nữ_quỳ;
🧎‍➡️;person_kneeling_facing_right;kneel knees;người_quỳ_hướng_sang_phải;quỳ_gối đang_quỳ
🧎‍♀️‍➡️;woman_kneeling_facing_right;kneel knees;người_phụ_nữ_quỳ_hướng_sang_phải;
🧎‍♂️‍➡️;man_kneeling_facing_right;kneel knees;người_đàn_ông_quỳ_hướng_sang_phải;
🧑‍🦯;person_with_probing_cane person_with_white_cane;accessibility blind;người_với_gậy_dò_đường;khả_năng_tiếp_cận mù
🧑‍🦯‍➡️;person_with_white_cane_facing_right;accessibility blind probing;người_với_gậy_dò_đường_hướng_sang_phải;khả_năng_tiếp_cận mù
👨‍🦯;man_with_probing_cane man_with_white_cane;accessibility blind;người_đàn_ông_với_gậy_dò_đường;hỗ_trợ_tiếp_cận khiếm_thị mù người_đàn_ông_với_cây_gậy
👨‍🦯‍➡️;man_with_white_cane_facing_right;accessibility blind probing;người_đàn_ông_với_gậy_dò_đường_hướng_sang_phải;hỗ_trợ_tiếp_cận khiếm_thị mù người_đàn_ông_với_cây_gậy
👩‍🦯;woman_with_probing_cane woman_with_white_cane;accessibility blind;người_phụ_nữ_với_gậy_dò_đường;hỗ_trợ_tiếp_cận khiếm_thị mù người_phụ_nữ_với_cây_gậy
👩‍🦯‍➡️;woman_with_white_cane_facing_right;accessibility blind probing;người_phụ_nữ_với_gậy_dò_đường_hướng_sang_phải;hỗ_trợ_tiếp_cận khiếm_thị mù người_phụ_nữ_với_cây_gậy
🧑‍🦼;person_in_motorized_wheelchair;accessibility;người_trên_xe_lăn_điện;khả_năng_tiếp_cận
🧑‍🦼‍➡️;person_in_motorized_wheelchair_facing_right;accessibility;người_trên_xe_lăn_điện_hướng_sang_phải;khả_năng_tiếp_cận
👨‍🦼;man_in_motorized_wheelchair;accessibility;người_đàn_ông_trên_xe_lăn_điện;hỗ_trợ_tiếp_cận
👨‍🦼‍➡️;man_in_motorized_wheelchair_facing_right;accessibility;người_đàn_ông_trên_xe_lăn_điện_hướng_sang_phải;hỗ_trợ_tiếp_cận
👩‍🦼;woman_in_motorized_wheelchair;accessibility;người_phụ_nữ_trên_xe_lăn_điện;hỗ_trợ_tiếp_cận
👩‍🦼‍➡️;woman_in_motorized_wheelchair_facing_right;accessibility;người_phụ_nữ_trên_xe_lăn_điện_hướng_sang_phải;hỗ_trợ_tiếp_cận
🧑‍🦽;person_in_manual_wheelchair;accessibility;người_trên_xe_lăn_tay;khả_năng_tiếp_cận
🧑‍🦽‍➡️;person_in_manual_wheelchair_facing_right;accessibility;người_trên_xe_lăn_tay_hướng_sang_phải;khả_năng_tiếp_cận
👨‍🦽;man_in_manual_wheelchair;accessibility;người_đàn_ông_trên_xe_lăn_tay;hỗ_trợ_tiếp_cận
👨‍🦽‍➡️;man_in_manual_wheelchair_facing_right;accessibility;người_đàn_ông_trên_xe_lăn_tay_hướng_sang_phải;hỗ_trợ_tiếp_cận
👩‍🦽;woman_in_manual_wheelchair;accessibility;người_phụ_nữ_trên_xe_lăn_tay;hỗ_trợ_tiếp_cận
👩‍🦽‍➡️;woman_in_manual_wheelchair_facing_right;accessibility;người_phụ_nữ_trên_xe_lăn_tay_hướng_sang_phải;hỗ_trợ_tiếp_cận
🏃;runner running person_running;fast hurry marathon move quick race racing run rush speed;người_chạy;chạy_bộ chạy_nhanh chạy_đua_maratông tốc_độ vội_vã đang_đến
🏃‍♂️;running_man man_running;fast hurry marathon move quick race racing run rush speed;người_đàn_ông_đang_chạy;chạy_đua chạy_đua_maratông nam
🏃‍♀️;running_woman woman_running;fast hurry marathon move quick race racing run rush speed;người_phụ_nữ_đang_chạy;chạy_đua chạy_đua_maratông
🏃‍➡️;person_running_facing_right;fast hurry marathon move quick race racing run rush speed;người_chạy_hướng_sang_phải;chạy_bộ chạy_nhanh chạy_đua_maratông tốc_độ vội_vã đang_đến
🏃‍♀️‍➡️;woman_running_facing_right;fast hurry marathon move quick race racing run rush speed;người_phụ_nữ_đang_chạy_hướng_sang_phải;chạy_đua chạy_đua_maratông
🏃‍♂️‍➡️;man_running_facing_right;fast hurry marathon move quick race racing run rush speed;người_đàn_ông_đang_chạy_hướng_sang_phải;chạy_đua chạy_đua_maratông nam
💃;dancer woman_dancing;dance elegant festive flair flamenco groove let_s salsa tango;người_phụ_nữ_đang_khiêu_vũ;nhảy
🕺;man_dancing;dance dancer elegant festive flair flamenco groove let_s salsa tango;người_đàn_ông_đang_khiêu_vũ;
🕴️;business_suit_levitating man_in_business_suit_levitating person_in_suit_levitating;;người_đàn_ông_mặc_vest_đang_bay_lên;bộ_đồ kinh_doanh
👯;dancers people_with_bunny_ears;bestie bff counterpart dancer double ear identical pair party partying soulmate twin twinsies;những_người_đeo_tai_thỏ;bạn_thân bạn_tâm_giao bản_sao bộ_đôi phụ_nữ_đeo_tai_thỏ sinh_đôi tiệc_tùng vũ_công
👯‍♂️;dancing_men men_with_bunny_ears_partying man_with_bunny_ears_partying men_with_bunny_ears;bestie bff counterpart dancer double ear identical pair party people soulmate twin twinsies;những_người_đàn_ông_đeo_tai_thỏ;tiệc_tùng vũ_công
👯‍♀️;dancing_women women_with_bunny_ears_partying woman_with_bunny_ears_partying women_with_bunny_ears;bestie bff counterpart dancer double ear identical pair party people soulmate twin twinsies;những_người_phụ_nữ_đeo_tai_thỏ;tiệc_tùng vũ_công
🧖;sauna_person person_in_steamy_room;day luxurious pamper relax spa steam steambath unwind;người_ở_trong_phòng_xông_hơi;mát_xa người_phụ_nữ_trong_phòng_xông_hơi nhà_tắm_hơi sang_chảnh spa thư_giãn
🧖‍♂️;sauna_man man_in_steamy_room;day luxurious pamper relax spa steam steambath unwind;người_đàn_ông_ở_trong_phòng_xông_hơi;nhà_tắm_hơi
🧖‍♀️;sauna_woman woman_in_steamy_room;day luxurious pamper relax spa steam steambath unwind;người_phụ_nữ_ở_trong_phòng_xông_hơi;nhà_tắm_hơi
🧗;climbing person_climbing;climb climber mountain rock scale up;người_đang_leo_núi;leo_trèo người_leo_trèo người_phụ_nữ_leo_núi nhà_leo_núi
🧗‍♂️;climbing_man man_climbing;climb climber mountain rock scale up;người_đàn_ông_đang_leo_núi;người_leo_trèo
🧗‍♀️;climbing_woman woman_climbing;climb climber mountain rock scale up;người_phụ_nữ_đang_leo_núi;người_leo_trèo
🤺;person_fencing fencer;sword;người_đấu_kiếm;người_đánh_kiếm
🏇;horse_racing;jockey racehorse riding sport;đua_ngựa;cuộc_đua người_cưỡi_ngựa_đua
⛷️;skier;ski snow;người_trượt_tuyết;
🏂;snowboarder;ski snow snowboard sport;người_trượt_ván_tuyết;
🏌️;golfing golfer person_golfing;ball birdie caddy driving golf green pga putt range tee;người_chơi_gôn;bóng_golf golf gạt_bóng người_chơi_golf pga quả_bóng sân_tập_gôn
🏌️‍♂️;golfing_man man_golfing;ball birdie caddy driving golf green pga putt range tee;người_đàn_ông_chơi_gôn;
🏌️‍♀️;golfing_woman woman_golfing;ball birdie caddy driving golf green pga putt range tee;người_phụ_nữ_chơi_gôn;
🏄;surfer person_surfing;beach ocean sport surf swell waves;người_lướt_sóng;biển bãi_biển thể_thao vận_động_viên_lướt_sóng
🏄‍♂️;surfing_man man_surfing;beach ocean sport surf surfer swell waves;người_đàn_ông_lướt_sóng;
🏄‍♀️;surfing_woman woman_surfing;beach ocean person sport surf surfer swell waves;người_phụ_nữ_lướt_sóng;
🚣;rowboat person_rowing_boat;canoe cruise fishing lake oar paddle raft river row;người_chèo_thuyền;bè câu_cá hồ sông thuyền_có_mái_chèo xuồng
🚣‍♂️;rowing_man man_rowing_boat;canoe cruise fishing lake oar paddle raft river row rowboat;người_đàn_ông_chèo_thuyền;thuyền_có_mái_chèo
🚣‍♀️;rowing_woman woman_rowing_boat;canoe cruise fishing lake oar paddle raft river row rowboat;người_phụ_nữ_chèo_thuyền;thuyền_có_mái_chèo
🏊;swimmer person_swimming;freestyle sport swim triathlon;người_bơi;ba_môn_phối_hợp bơi_tự_do người_đàn_ông_bơi_lội thể_thao vận_động_viên_bơi_lội
🏊‍♂️;swimming_man man_swimming;freestyle sport swim swimmer triathlon;người_đàn_ông_đang_bơi;
🏊‍♀️;swimming_woman woman_swimming;freestyle man sport swim swimmer triathlon;người_phụ_nữ_đang_bơi;thể_thao
⛹️;bouncing_ball_person person_with_ball person_bouncing_ball;athletic basketball championship dribble net player throw;người_chơi_bóng;bóng_rổ cầu_thủ_bóng_rổ nhồi_bóng ném_sọt_rổ quả_bóng vô_địch vận_động_viên
⛹️‍♂️;basketball_man bouncing_ball_man man_bouncing_ball;athletic championship dribble net player throw;người_đàn_ông_chơi_bóng;
⛹️‍♀️;basketball_woman bouncing_ball_woman woman_bouncing_ball;athletic championship dribble net player throw;người_phụ_nữ_chơi_bóng;
🏋️;weight_lifting weight_lifter person_lifting_weights;barbell bodybuilder deadlift powerlifting weightlifter workout;người_cử_tạ;người_nâng nâng_tạ thanh_tạ thể_hình trọng_lượng tập_luyện tập_thể_dục vận_động_viên_cử_tạ
🏋️‍♂️;weight_lifting_man man_lifting_weights;barbell bodybuilder deadlift lifter powerlifting weightlifter workout;người_đàn_ông_cử_tạ;
🏋️‍♀️;weight_lifting_woman woman_lifting_weights;barbell bodybuilder deadlift lifter powerlifting weightlifter workout;người_phụ_nữ_cử_tạ;
🚴;bicyclist person_biking;bicycle bike cycle cyclist riding sport;người_đi_xe_đạp;thể_thao vận_động_viên_đua_xe_đạp
🚴‍♂️;biking_man man_biking;bicycle bicyclist bike cycle cyclist riding sport;người_đàn_ông_đi_xe_đạp;
🚴‍♀️;biking_woman woman_biking;bicycle bicyclist bike cycle cyclist riding sport;người_phụ_nữ_đi_xe_đạp;
🚵;mountain_bicyclist person_mountain_biking;bicycle bike cycle cyclist riding sport;người_đi_xe_đạp_leo_núi;thể_thao vận_động_viên vận_động_viên_đua_xe_đạp
🚵‍♂️;mountain_biking_man man_mountain_biking;bicycle bicyclist bike cycle cyclist riding sport;người_đàn_ông_đi_xe_đạp_leo_núi;
🚵‍♀️;mountain_biking_woman woman_mountain_biking;bicycle bicyclist bike cycle cyclist riding sport;người_phụ_nữ_đi_xe_đạp_leo_núi;
🤸;cartwheeling person_doing_cartwheel person_cartwheeling;active excited flip gymnastics happy somersault;người_nhào_lộn;hào_hứng lăng_nghiêng thể_dục thể_dục_dụng_cụ vui_vẻ
🤸‍♂️;man_cartwheeling;active cartwheel excited flip gymnastics happy somersault;người_đàn_ông_nhào_lộn;hào_hứng lăng_nghiêng thể_dục thể_dục_dụng_cụ vui_vẻ
🤸‍♀️;woman_cartwheeling;active cartwheel excited flip gymnastics happy somersault;người_phụ_nữ_nhào_lộn;hào_hứng lăng_nghiêng thể_dục thể_dục_dụng_cụ vui_vẻ
🤼;wrestling wrestlers people_wrestling;combat duel grapple ring tournament wrestle;người_chơi_vật;giải_đấu_vật trên_võ_đài đô_vật đấu_vật
🤼‍♂️;men_wrestling man_wrestling;combat duel grapple ring tournament wrestle;những_người_đàn_ông_chơi_vật;nam_đô_vật trên_võ_đài đô_vật đấu_vật
🤼‍♀️;women_wrestling woman_wrestling;combat duel grapple ring tournament wrestle;những_người_phụ_nữ_chơi_vật;nữ_đô_vật trên_võ_đài đô_vật đấu_vật
🤽;water_polo person_playing_water_polo;sport swimming waterpolo;người_chơi_bóng_nước;bơi_lội người_chơi_bóng_dưới_nước thể_thao_dưới_nước
🤽‍♂️;man_playing_water_polo;sport swimming waterpolo;người_đàn_ông_chơi_bóng_nước;bơi thể_thao_dưới_nước thủy_cầu
🤽‍♀️;woman_playing_water_polo;sport swimming waterpolo;người_phụ_nữ_chơi_bóng_nước;bơi thể_thao_dưới_nước thủy_cầu
🤾;handball_person handball person_playing_handball;athletics ball catch chuck hurl lob pitch sport throw toss;người_chơi_bóng_ném;bắt_bóng lốp_bóng phát_bóng thể_thao vận_động_viên vận_động_viên_bóng_ném
🤾‍♂️;man_playing_handball;athletics ball catch chuck hurl lob pitch sport throw toss;người_đàn_ông_chơi_bóng_ném;
🤾‍♀️;woman_playing_handball;athletics ball catch chuck hurl lob pitch sport throw toss;người_phụ_nữ_chơi_bóng_ném;bắt_bóng lốp_bóng phát_bóng thể_thao vận_động_viên
🤹;juggling_person juggling person_juggling;act balance balancing handle juggle manage multitask skill;người_tung_hứng;cân_bằng giữ_thăng_bằng kỹ_năng người_đàn_ông_tung_hứng đa_nhiệm đa_năng
🤹‍♂️;man_juggling;act balance balancing handle juggle manage multitask skill;người_đàn_ông_tung_hứng;giữ_thăng_bằng đa_nhiệm đa_năng
🤹‍♀️;woman_juggling;act balance balancing handle juggle manage multitask skill;người_phụ_nữ_tung_hứng;đa_nhiệm
🧘;lotus_position person_in_lotus_position;cross legged legs meditation peace relax serenity yoga yogi zen;người_ngồi_kiết_già;an_lạc bắt_chéo_chân người_ở_tư_thế_hoa_sen thanh_bình thiền thư_giãn yoga yogi
🧘‍♂️;lotus_position_man man_in_lotus_position;cross legged legs meditation peace relax serenity yoga yogi zen;người_đàn_ông_ngồi_kiết_già;thiền yoga
🧘‍♀️;lotus_position_woman woman_in_lotus_position;cross legged legs meditation peace relax serenity yoga yogi zen;người_phụ_nữ_ngồi_kiết_già;thiền yoga
🛀;bath person_taking_bath;bathtub tub;người_đang_tắm_bồn;
🛌;sleeping_bed sleeping_accommodation person_in_bed;bedtime good goodnight hotel nap night sleep tired zzz;người_trên_giường;chợp_mắt khách_sạn mệt_mỏi ngủ ngủ_ngoan_nhé say_giấc
🧑‍🤝‍🧑;people_holding_hands;bae bestie bff couple dating flirt friends hand hold twins;hai_người_nắm_tay;cặp_đôi giữ
👭;two_women_holding_hands women_holding_hands;bae bestie bff couple dating flirt friends girls hand hold sisters twins;hai_người_phụ_nữ_nắm_tay;bạn_tốt_nhất cặp_đôi cặp_đôi_đồng_tính_nữ
👫;couple man_and_woman_holding_hands woman_and_man_holding_hands;bae bestie bff dating flirt friends hand hold twins;người_đàn_ông_và_phụ_nữ_nắm_tay;cầm cặp_đôi
👬;two_men_holding_hands men_holding_hands;bae bestie bff boys brothers couple dating flirt friends hand hold twins;hai_người_đàn_ông_nắm_tay;cặp_song_sinh cặp_đôi cặp_đôi_đồng_tính_nam hai_người_đàn_ông_nắm_tay_nhau hoàng_đạo song_tử
💏;couplekiss;anniversary babe bae couple date dating heart love mwah person romance together xoxo;nụ_hôn;cặp_đôi hẹn_hò yêu
👩‍❤️‍💋‍👨;couplekiss_man_woman woman_kiss_man kiss_woman_man;anniversary babe bae couple date dating heart love mwah person romance together xoxo;nụ_hôn_phụ_nữ_đàn_ông;cặp_đôi hẹn_hò yêu
👨‍❤️‍💋‍👨;couplekiss_man_man man_kiss_man kiss_man_man;anniversary babe bae couple date dating heart love mwah person romance together xoxo;nụ_hôn_đàn_ông_đàn_ông;cặp_đôi hẹn_hò yêu
👩‍❤️‍💋‍👩;couplekiss_woman_woman woman_kiss_woman kiss_woman_woman;anniversary babe bae couple date dating heart love mwah person romance together xoxo;nụ_hôn_phụ_nữ_phụ_nữ;cặp_đôi hẹn_hò yêu
💑;couple_with_heart;anniversary babe bae dating kiss love person relationship romance together you;cặp_đôi_với_trái_tim;yêu
👩‍❤️‍👨;couple_with_heart_woman_man woman_heart_man;anniversary babe bae dating kiss love person relationship romance together you;cặp_đôi_với_trái_tim_phụ_nữ_đàn_ông;yêu
👨‍❤️‍👨;couple_with_heart_man_man man_heart_man;anniversary babe bae dating kiss love person relationship romance together you;cặp_đôi_với_trái_tim_đàn_ông_đàn_ông;yêu
👩‍❤️‍👩;couple_with_heart_woman_woman woman_heart_woman;anniversary babe bae dating kiss love person relationship romance together you;cặp_đôi_với_trái_tim_phụ_nữ_phụ_nữ;yêu
👨‍👩‍👦;family_man_woman_boy man_woman_boy;child;gia_đình_đàn_ông_phụ_nữ_con_trai;trẻ_em
👨‍👩‍👧;family_man_woman_girl man_woman_girl;child;gia_đình_đàn_ông_phụ_nữ_con_gái;trẻ_em
👨‍👩‍👧‍👦;family_man_woman_girl_boy man_woman_girl_boy;child;gia_đình_đàn_ông_phụ_nữ_con_gái_con_trai;trẻ_em
👨‍👩‍👦‍👦;family_man_woman_boy_boy man_woman_boy_boy;child;gia_đình_đàn_ông_phụ_nữ_con_trai_con_trai;trẻ_em
👨‍👩‍👧‍👧;family_man_woman_girl_girl man_woman_girl_girl;child;gia_đình_đàn_ông_phụ_nữ_con_gái_con_gái;trẻ_em
👨‍👨‍👦;family_man_man_boy man_man_boy;child;gia_đình_đàn_ông_đàn_ông_con_trai;trẻ_em
👨‍👨‍👧;family_man_man_girl man_man_girl;child;gia_đình_đàn_ông_đàn_ông_con_gái;trẻ_em
👨‍👨‍👧‍👦;family_man_man_girl_boy man_man_girl_boy;child;gia_đình_đàn_ông_đàn_ông_con_gái_con_trai;trẻ_em
👨‍👨‍👦‍👦;family_man_man_boy_boy man_man_boy_boy;child;gia_đình_đàn_ông_đàn_ông_con_trai_con_trai;trẻ_em
👨‍👨‍👧‍👧;family_man_man_girl_girl man_man_girl_girl;child;gia_đình_đàn_ông_đàn_ông_con_gái_con_gái;trẻ_em
👩‍👩‍👦;family_woman_woman_boy woman_woman_boy;child;gia_đình_phụ_nữ_phụ_nữ_con_trai;trẻ_em
👩‍👩‍👧;family_woman_woman_girl woman_woman_girl;child;gia_đình_phụ_nữ_phụ_nữ_con_gái;trẻ_em
👩‍👩‍👧‍👦;family_woman_woman_girl_boy woman_woman_girl_boy;child;gia_đình_phụ_nữ_phụ_nữ_con_gái_con_trai;trẻ_em
👩‍👩‍👦‍👦;family_woman_woman_boy_boy woman_woman_boy_boy;child;gia_đình_phụ_nữ_phụ_nữ_con_trai_con_trai;trẻ_em
👩‍👩‍👧‍👧;family_woman_woman_girl_girl woman_woman_girl_girl;child;gia_đình_phụ_nữ_phụ_nữ_con_gái_con_gái;trẻ_em
👨‍👦;family_man_boy man_boy;child;gia_đình_đàn_ông_con_trai;trẻ_em
👨‍👦‍👦;family_man_boy_boy man_boy_boy;child;gia_đình_đàn_ông_con_trai_con_trai;trẻ_em
👨‍👧;family_man_girl man_girl;child;gia_đình_đàn_ông_con_gái;trẻ_em
👨‍👧‍👦;family_man_girl_boy man_girl_boy;child;gia_đình_đàn_ông_con_gái_con_trai;trẻ_em
👨‍👧‍👧;family_man_girl_girl man_girl_girl;child;gia_đình_đàn_ông_con_gái_con_gái;trẻ_em
👩‍👦;family_woman_boy woman_boy;child;gia_đình_phụ_nữ_con_trai;trẻ_em
👩‍👦‍👦;family_woman_boy_boy woman_boy_boy;child;gia_đình_phụ_nữ_con_trai_con_trai;trẻ_em
👩‍👧;family_woman_girl woman_girl;child;gia_đình_phụ_nữ_con_gái;trẻ_em
👩‍👧‍👦;family_woman_girl_boy woman_girl_boy;child;gia_đình_phụ_nữ_con_gái_con_trai;trẻ_em
👩‍👧‍👧;family_woman_girl_girl woman_girl_girl;child;gia_đình_phụ_nữ_con_gái_con_gái;trẻ_em
🗣️;speaking_head speaking_head_in_silhouette;face speak;đầu_người_đang_nói;cái_đầu hình_bóng khuôn_mặt
👤;bust_in_silhouette;mysterious shadow;bóng_tượng_bán_thân;
👥;busts_in_silhouette;bff bust everyone friend friends people;các_bóng_tượng_bán_thân;
🫂;people_hugging;comfort embrace farewell friendship goodbye hello hug love thanks;hai_người_ôm_nhau;cảm_ơn tình_bạn tình_yêu tạm_biệt xin_chào
👪;family;child;gia_đình;trẻ_em
🧑‍🧑‍🧒;family_adult_adult_child;;gia_đình_người_lớn_người_lớn_trẻ_em;
🧑‍🧑‍🧒‍🧒;family_adult_adult_child_child;;gia_đình_người_lớn_người_lớn_trẻ_em_trẻ_em;
🧑‍🧒;family_adult_child;;gia_đình_người_lớn_trẻ_em;
🧑‍🧒‍🧒;family_adult_child_child;;gia_đình_người_lớn_trẻ_em_trẻ_em;
👣;footprints;barefoot clothing footprint omw print walk;dấu_chân;chân_trần các_dấu_chân in_dấu quần_áo
🐵;monkey_face;animal banana;mặt_khỉ;khuôn_mặt quả_chuối động_vật
🐒;monkey;animal banana;khỉ;chuối con_khỉ quả_chuối động_vật
🦍;gorilla;animal;khỉ_đột;động_vật
🦧;orangutan;animal ape monkey;đười_ươi;vượn_người động_vật
🐶;dog dog_face;adorbs animal pet puppies puppy;mặt_cún;thú_cưng động_vật
🐕;dog2;animal animals dogs pet;chó;thú_cưng
🦮;guide_dog;accessibility animal blind;chó_dẫn_đường;hỗ_trợ hỗ_trợ_tiếp_cận khiếm_thị mù
🐕‍🦺;service_dog;accessibility animal assistance;chó_hỗ_trợ;dịch_vụ hỗ_trợ_tiếp_cận trợ_giúp
🐩;poodle;animal dog fluffy;chó_xù;cún động_vật
🐺;wolf;animal face;chó_sói;mặt mặt_chó_sói
🦊;fox_face fox;animal;cáo;mặt động_vật
🦝;raccoon;animal curious sly;gấu_trúc;tinh_nghịch tò_mò động_vật
🐱;cat cat_face;animal kitten kitty pet;mặt_mèo;thú_cưng động_vật
🐈;cat2;animal animals cats kitten pet;mèo;thú_cưng động_vật
🐈‍⬛;black_cat;animal feline halloween meow unlucky;mèo_đen;vận_đen động_vật
🦁;lion lion_face;alpha animal leo mane order rawr roar safari strong zodiac;sư_tử;cung_hoàng_đạo cung_sư_tử mặt mặt_sư_tử
🐯;tiger tiger_face;animal big cat predator;mặt_hổ;dã_thú động_vật
🐅;tiger2;animal big cat predator zoo;hổ;dã_thú sở_thú động_vật
🐆;leopard;animal big cat predator zoo;báo_hoa_mai;con_báo động_vật động_vật_ăn_thịt
🐴;horse horse_face;animal dressage equine farm horses;mặt_ngựa;
🫎;moose;alces animal antlers elk mammal;nai_sừng_tấm_bắc_mỹ;gạc nai_sừng_xám động_vật động_vật_có_vú
🫏;donkey;animal ass burro hinny mammal mule stubborn;con_lừa;bướng_bỉnh con_la lừa_thồ động_vật động_vật_có_vú
🐎;racehorse;animal equestrian farm racing;ngựa;cưỡi_ngựa đua
🦄;unicorn unicorn_face;;kỳ_lân;mặt mặt_kỳ_lân
🦓;zebra zebra_face;animal stripe;ngựa_vằn;sọc
🦌;deer;animal;hươu;động_vật
🦬;bison;animal buffalo herd wisent;bò_rừng;trâu đàn động_vật
🐮;cow cow_face;animal farm milk moo;mặt_bò;bò_cái sữa trang_trại động_vật
🐂;ox;animal animals bull farm taurus zodiac;bò_đực;bò_mộng cung_hoàng_đạo cung_kim_ngưu
🐃;water_buffalo;animal zoo;trâu_nước;vườn_thú động_vật
🐄;cow2;animal animals farm milk moo;bò_cái;bò_sữa sữa trang_trại động_vật
🐷;pig pig_face;animal bacon farm pork;mặt_lợn;thịt_lợn thịt_xông_khói trang_trại động_vật
🐖;pig2;animal bacon farm pork sow;lợn;lợn_nái thịt_lợn thịt_xông_khói trang_trại động_vật
🐗;boar;animal pig;lợn_rừng;động_vật
🐽;pig_nose;animal face farm smell snout;mũi_lợn;mõm_lợn mặt ngửi trang_trại động_vật
🐏;ram;animal aries horns male sheep zodiac zoo;cừu_đực;cung_bạch_dương cung_hoàng_đạo
🐑;sheep ewe;animal baa farm female fluffy lamb wool;cừu_cái;bồng_bềnh cừu_non lông_cừu nông_trại động_vật
🐐;goat;animal capricorn farm milk zodiac;;cung_hoàng_đạo cung_ma_kết nông_trại sữa động_vật
🐪;dromedary_camel;animal desert hump one;lạc_đà;con_lạc_đà cái_bướu sa_mạc động_vật
🐫;camel two_hump_camel;animal bactrian desert;lạc_đà_hai_bướu;con_lạc_đà cái_bướu lạc_đà_bactrian sa_mạc động_vật
🦙;llama;alpaca animal guanaco vicuña wool;lạc_đà_không_bướu;len lạc_đà_alpaca lạc_đà_guanaco lạc_đà_vicuña động_vật
🦒;giraffe giraffe_face;animal spots;hươu_cao_cổ;đốm
🐘;elephant;animal;voi;động_vật
🦣;mammoth;animal extinction large tusk wooly;voi_ma_mút;có_lông lớn ngà tuyệt_chủng động_vật
🦏;rhinoceros;animal;tê_giác;động_vật
🦛;hippopotamus;animal hippo;hà_mã;động_vật
🐭;mouse mouse_face;animal;mặt_chuột;động_vật
🐁;mouse2;animal animals;chuột;động_vật
🐀;rat;animal;chuột_cống;động_vật
🐹;hamster;animal face pet;mặt_hamster;chuột_hamster thú_cưng
🐰;rabbit rabbit_face;animal bunny pet;mặt_thỏ;con_thỏ thú_cưng động_vật
🐇;rabbit2;animal bunny pet;thỏ;con_thỏ thú_cưng động_vật
🐿️;chipmunk;animal squirrel;sóc_chuột;con_sóc
🦫;beaver;animal dam teeth;hải_ly;răng xây_đập động_vật
🦔;hedgehog;animal spiny;nhím;có_gai
🦇;bat;animal vampire;dơi;ma_cà_rồng động_vật
🐻;bear;animal face grizzly growl honey;gấu;gấu_xám gầm mật_ong mặt động_vật
🐻‍❄️;polar_bear;animal arctic white;gấu_trắng_bắc_cực;động_vật
🐨;koala;animal australia bear down face marsupial under;gấu_túi;con_gấu koala úc động_vật
🐼;panda_face panda;animal bamboo;mặt_gấu_trúc;
🦥;sloth;lazy slow;con_lười;chậm đủng_đỉnh
🦦;otter;animal fishing playful;rái_cá;bắt_cá nghịch_ngợm
🦨;skunk;animal stink;chồn_hôi_mỹ;mùi_hôi động_vật
🦘;kangaroo;animal joey jump marsupial;chuột_túi;australia chuột_túi_con nhảy thú_có_túi
🦡;badger;animal honey pester;con_lửng;lửng_mật quấy_rầy động_vật
🐾;feet paw_prints;paws print;dấu_chân_móng_vuốt;bàn_chân
🦃;turkey;bird gobble thanksgiving;gà_tây;chim tạ_ơn
🐔;chicken;animal bird ornithology;gà;chim động_vật
🐓;rooster;animal bird ornithology;gà_trống;chim động_vật
🐣;hatching_chick;animal baby bird egg;gà_mới_nở;gà_con ấp
🐤;baby_chick;animal bird ornithology;gà_con;chim
🐥;hatched_chick front_facing_baby_chick;animal bird newborn ornithology;mặt_trước_gà_con;chim
🐦;bird;animal ornithology;chim;động_vật
🐧;penguin;animal antarctica bird ornithology;chim_cánh_cụt;nam_cực động_vật
🕊️;dove dove_of_peace;bird fly ornithology;bồ_câu;bay chim hòa_bình
🦅;eagle;animal bird ornithology;đại_bàng;chim
🦆;duck;animal bird ornithology;vịt;chim động_vật
🦢;swan;animal bird cygnet duckling ornithology ugly;thiên_nga;chim thiên_nga_non vịt_con_xấu_xí
🦉;owl;animal bird ornithology wise;cú;chim khôn_ngoan động_vật
🦤;dodo;animal bird extinction large ornithology;chim_cưu;gà gà_dodo lớn mauritius tuyệt_chủng động_vật
🪶;feather;bird flight light plumage;lông_chim;bộ_lông chuyến_bay nhẹ
🦩;flamingo;animal bird flamboyant ornithology tropical;hồng_hạc;nhiệt_đới rực_rỡ
🦚;peacock;animal bird colorful ornithology ostentatious peahen pretty proud;con_công;chim công_mái phô_trương tự_hào
🦜;parrot;animal bird ornithology pirate talk;con_vẹt;chim cướp_biển nói_chuyện
🪽;wing;angelic ascend aviation bird fly flying heavenly mythology soar;cánh;bay bay_lên chim hàng_không thiên_thần thiên_đường thần_thoại
🐦‍⬛;black_bird;animal beak caw corvid crow ornithology raven rook;chim_hoét_đen;con_quạ họ_quạ loài_quạ màu_đen mỏ quạ động_vật
🪿;goose;animal bird duck flock fowl gaggle gander geese honk ornithology silly;con_ngỗng;chim con_gà con_vịt cầm_điểu khờ_dại kêu ngây_ngô đàn đàn_ngỗng động_vật
🐦‍🔥;phoenix;ascend ascension emerge fantasy firebird glory immortal rebirth reincarnation reinvent renewal revival revive rise transform;phượng_hoàng;bất_tử chim_lửa chim_phượng_hoàng dục_hỏa_trùng_sinh thăng_thiên tái_sinh tưởng_tượng vinh_quang đầu_thai
🐸;frog;animal face;ếch;mặt
🐊;crocodile;animal zoo;cá_sấu;sở_thú động_vật
🐢;turtle;animal terrapin tortoise;rùa;con_rùa rùa_nước_ngọt động_vật
🦎;lizard;animal reptile;thằn_lằn;bò_sát động_vật
🐍;snake;animal bearer ophiuchus serpent zodiac;rắn;chòm_sao_xà_phu cung_hoàng_đạo vật_mang động_vật
🐲;dragon_face;animal fairy fairytale tale;mặt_rồng;khuôn_mặt truyện_cổ_tích
🐉;dragon;animal fairy fairytale knights tale;rồng;hiệp_sĩ truyện_cổ_tích động_vật
🦕;sauropod;brachiosaurus brontosaurus dinosaur diplodocus;khủng_long_chân_thằn_lằn;khủng_long_to_ăn_cây_cối thằn_lằn_hai_óc uyển_long
🦖;t_rex;dinosaur tyrannosaurus;khủng_long_bạo_chúa;
🐳;whale spouting_whale;animal beach face ocean;cá_voi_đang_phun_nước;bãi_biển khuôn_mặt đại_dương động_vật
🐋;whale2;animal beach ocean;cá_voi;bờ_biển đại_dương động_vật
🐬;dolphin flipper;animal beach ocean;cá_heo;bãi_biển chân_chèo đại_dương động_vật
🦭;seal;animal lion ocean sea;chó_biển;hải_cẩu sư_tử_biển đại_dương động_vật
🐟;fish;animal dinner fishes fishing pisces zodiac;cá;cung_hoàng_đạo cung_song_ngư
🐠;tropical_fish;animal fishes;cá_nhiệt_đới;động_vật
🐡;blowfish;animal fish;cá_nóc;cá_bơn động_vật
🦈;shark;animal fish;cá_mập;động_vật
🐙;octopus;animal creature ocean;bạch_tuộc;sinh_vật đại_dương động_vật
🐚;shell spiral_shell;animal beach conch sea;vỏ_xoắn_ốc;bãi_biển động_vật
🪸;coral;change climate ocean reef sea;san_hô;rặng đại_dương
🪼;jellyfish;animal aquarium burn invertebrate jelly life marine ocean ouch plankton sea sting stinger tentacles;sứa;biển bỏng chích không_xương_sống sinh_vật_biển sinh_vật_phù_du thủy_sinh xúc_tu động_vật ối
🦀;crab;cancer zodiac;cua;cung_cự_giải cung_hoàng_đạo
🦞;lobster;animal bisque claws seafood;tôm_hùm;càng hải_sản xúp_tôm_cua động_vật
🦐;shrimp;food shellfish small;tôm;nhỏ thức_ăn tôm_cua
🦑;squid;animal food mollusk;mực_ống;thân_mềm thức_ăn động_vật
🦪;oyster;diving pearl;hàu;lặn ngọc_trai
🐌;snail;animal escargot garden nature slug;ốc_sên;thiên_nhiên vườn động_vật
🦋;butterfly;insect pretty;bướm;côn_trùng đẹp
🐛;bug;animal garden insect;lỗi con_bọ;côn_trùng vườn động_vật
🐜;ant;animal garden insect;kiến;côn_trùng vườn động_vật
🐝;bee honeybee;animal bumblebee honey insect nature spring;ong_mật;con_ong côn_trùng mùa_xuân động_vật
🪲;beetle;animal bug insect;bọ_cánh_cứng;côn_trùng động_vật
🐞;lady_beetle ladybug;animal garden insect ladybird nature;bọ_rùa;bọ_cánh_cứng con_bọ_rùa côn_trùng thiên_nhiên
🦗;cricket;animal bug grasshopper insect orthoptera;;bọ bộ_cánh_thẳng châu_chấu côn_trùng động_vật
🪳;cockroach;animal insect pest roach;con_gián;côn_trùng động_vật
🕷️;spider;animal insect;nhện;côn_trùng
🕸️;spider_web;;mạng_nhện;
🦂;scorpion;scorpio scorpius zodiac;bọ_cạp;cung_bọ_cạp cung_hoàng_đạo
🦟;mosquito;bite disease fever insect malaria pest virus;con_muỗi;bệnh côn_trùng sốt sốt_rét vi_rút đốt
🪰;fly;animal disease insect maggot pest rotting;con_ruồi;bệnh côn_trùng giòi thối_rữa động_vật
🪱;worm;animal annelid earthworm parasite;giun;giun_đất giun_đốt ký_sinh_trùng sâu động_vật
🦠;microbe;amoeba bacteria science virus;vi_trùng;amip khoa_học vi_khuẩn vi_rút
💮;white_flower;;hoa_trắng;
🪷;lotus;beauty buddhism calm flower hinduism peace purity serenity;hoa_sen;phật_giáo sự_tinh_khiết việt_nam ấn_độ ấn_độ_giáo
🏵️;rosette;plant;nơ_hoa_hồng;thực_vật
🥀;wilted_flower;dying;hoa_héo;
🌺;hibiscus;flower plant;hoa_dâm_bụt;thực_vật
🌻;sunflower;flower outdoors plant sun;hoa_hướng_dương;mặt_trời thực_vật
🌼;blossom;buttercup dandelion flower plant;hoa;bồ_công_anh thực_vật
🌷;tulip;blossom flower growth plant;hoa_tulip;thực_vật
🪻;hyacinth;bloom bluebonnet flower indigo lavender lilac lupine plant purple shrub snapdragon spring violet;lục_bình;bluebonnet bụi_hoa cây hoa hoa_dạ_lan_hương hoa_len_mũ_xanh hoa_mõm_sói hoa_oải_hương hoa_tiên_ông hoa_tử_đinh_hương màu_chàm mùa_xuân oải_hương tím đậu_lupin
🌱;seedling;plant sapling sprout young;cây_non;cây_giống nảy_mầm thực_vật
🪴;potted_plant;decor grow house nurturing pot;cây_trồng_trong_chậu;mọc nhà nuôi_dưỡng thực_vật trang_trí
🌲;evergreen_tree;christmas forest pine;cây_thường_xanh;cây_thông giáng_sinh rừng
🌳;deciduous_tree;forest green habitat shedding;cây_rụng_lá;rơi
🌴;palm_tree;beach plant tropical;cây_cọ;
🌵;cactus;desert drought nature plant;cây_xương_rồng;hạn_hán sa_mạc thiên_nhiên thực_vật
🌾;ear_of_rice sheaf_of_rice;grain grains plant;bó_lúa;bông_lúa gạo thực_vật
🌿;herb;leaf plant;thảo_mộc;lá_cây
☘️;shamrock;irish plant;cỏ_ba_lá;ai_len thực_vật
🍀;four_leaf_clover;4 irish lucky plant;cỏ_bốn_lá;4 lá_cây thực_vật
🍁;maple_leaf;falling;lá_phong;lá_cây rụng
🍂;fallen_leaf;autumn fall falling;lá_rụng;thực_vật
🍃;leaves leaf_fluttering_in_wind;blow flutter;lá_rung_rinh_trong_gió;lá_cây thổi
🪹;empty_nest;branch home nesting;tổ_trống_rỗng;làm_tổ
🪺;nest_with_eggs;bird branch egg nesting;tổ_có_trứng;làm_tổ
🍄;mushroom;fungus toadstool;nấm;thực_vật
🍇;grapes;dionysus fruit grape;chùm_nho;hoa_quả
🍈;melon;cantaloupe fruit;dưa;hoa_quả
🍉;watermelon;fruit;dưa_hấu;hoa_quả
🍊;mandarin orange tangerine;c citrus fruit nectarine vitamin;quýt;hoa_quả quả_cam
🍋;lemon;citrus fruit sour;chanh_tây;chua hoa_quả họ_cam_quýt
🍋‍🟩;lime;acidity citrus cocktail fruit garnish key margarita mojito refreshing salsa sour tangy tequila tropical zest;chanh_ta;hoa_quả họ_cam_quýt margarita mojito nhiệt_đới nước_sốt nước_ép tequila vị_chua
🍌;banana;fruit potassium;chuối;hoa_quả kali
🍍;pineapple;colada fruit pina tropical;dứa;hoa_quả nhiệt_đới
🥭;mango;food fruit tropical;xoài;nhiệt_đới trái_cây
🍎;apple red_apple;diet food fruit health ripe;táo_đỏ;hoa_quả
🍏;green_apple;fruit;táo_xanh;hoa_quả
🍐;pear;fruit;lê;hoa_quả
🍑;peach;fruit;đào;hoa_quả
🍒;cherries;berries cherry fruit red;anh_đào;hoa_quả màu_đỏ quả_mọng thực_vật trái_cây
🍓;strawberry;berry fruit;dâu_tây;quả_mọng trái_cây
🫐;blueberries;berries berry bilberry blue blueberry food fruit;quả_việt_quất;hoa_quả màu_xanh quả_mọng thực_phẩm
🥝;kiwi_fruit kiwifruit;food;quả_kiwi;hoa_quả thức_ăn
🍅;tomato;food fruit vegetable;cà_chua;rau thực_vật
🫒;olive;food;ôliu;thức_ăn
🥥;coconut;colada palm piña;dừa;cây_dừa pina_colada
🥑;avocado;food fruit;quả_bơ;hoa_quả thức_ăn
🍆;eggplant;aubergine vegetable;cà_tím;rau thực_vật
🥔;potato;food vegetable;khoai_tây;thức_ăn thực_vật
🥕;carrot;food vegetable;cà_rốt;thức_ăn thực_vật
🌽;corn ear_of_corn;crops farm maize maze;bắp_ngô;
🌶️;hot_pepper;;quả_ớt;nóng
🫑;bell_pepper;capsicum food vegetable;ớt_chuông;rau thức_ăn
🥒;cucumber;food pickle vegetable;dưa_chuột;dưa_chua thức_ăn thực_vật
🥬;leafy_green;bok burgers cabbage choy kale lettuce salad;xanh_lá;cải_bắp cải_thìa cải_xoăn rau_diếp salat
🥦;broccoli;cabbage wild;xúp_lơ_xanh;bông_cải_xanh cải_bắp_dại hoa_lơ
🧄;garlic;flavoring;tỏi;gia_vị
🧅;onion;flavoring;hành;gia_vị
🥜;peanuts;food nut peanut vegetable;đậu_phộng;quả_hạch rau_củ thức_ăn
🫘;beans;food kidney legume small;hạt_đậu;cây_họ_đậu thận thức_ăn
🌰;chestnut;almond plant;hạt_dẻ;thực_vật
🫚;ginger_root;beer health herb natural spice;củ_gừng;bia gia_vị rễ sức_khỏe thảo_mộc tự_nhiên
🫛;pea_pod;beans beanstalk edamame legume soybean vegetable veggie;đậu_hà_lan;quả_đậu rau vỏ đậu_nành
🍄‍🟫;brown_mushroom;food fungi fungus nature pizza portobello shiitake shroom spore sprout toppings truffle vegetable vegetarian veggie;nấm_màu_nâu;cây_nấm_nâu nhân_nấm nhân_pizza rau thức_ăn tự_nhiên ăn_chay
🍞;bread;carbs food grain loaf restaurant toast wheat;bánh_mì;bánh_mì_nướng lúa_mì ngũ_cốc nhà_hàng thực_phẩm tinh_bột ổ_bánh_mì
🥐;croissant;bread breakfast crescent food french roll;bánh_sừng_bò;bánh_móng_ngựa bánh_mỳ pháp thức_ăn
🥖;baguette_bread;food french;bánh_mì_que;bánh_mỳ pháp thức_ăn
🫓;flatbread;arepa bread food gordita lavash naan pita;bánh_mỳ_cắt_lát;arepa bánh_mì bánh_mì_dẹt lavash pita thực_phẩm
🥨;pretzel;convoluted twisted;bánh_quy_xoắn;
🥯;bagel;bakery bread breakfast schmear;bánh_mỳ_vòng;bữa_sáng phết tiệm_bánh
🥞;pancakes;breakfast crêpe food hotcake pancake;bánh_kếp;thức_ăn
🧇;waffle;breakfast indecisive iron;bánh_quế;bữa_sáng cứng_cỏi thiếu_quyết_đoán
🧀;cheese cheese_wedge;;miếng_pho_mát;phô_mai
🍖;meat_on_bone;;thịt_bám_xương;
🍗;poultry_leg;bone chicken drumstick hungry turkey;đùi_gia_cầm;chân gà gà_tây xương đói đùi_gà
🥩;cut_of_meat;chop lambchop porkchop red steak;tảng_thịt;bít_tết sườn sườn_cừu sườn_lợn
🥓;bacon;breakfast food meat;thịt_xông_khói;thức_ăn
🍔;hamburger;burger eat fast food hungry;bánh_hamburger;bánh_kẹp
🍟;fries french_fries;fast food;khoai_tây_chiên;kiểu_pháp đồ_ăn đồ_ăn_nhanh
🍕;pizza;cheese food hungry pepperoni slice;bánh_pizza;lát phô_mai
🌭;hotdog hot_dog;frankfurter sausage;bánh_mì_xúc_xích;
🥪;sandwich;bread;bánh_mỳ_kẹp;
🌮;taco;mexican;bánh_taco;bánh_mexico
🌯;burrito;mexican wrap;bánh_burrito;bánh_mexico
🫔;tamale;food mexican pamonha wrapped;bánh_tamale;cuốn mexico pamonha thực_phẩm
🥙;stuffed_flatbread;falafel food gyro kebab;bánh_mì_kẹp_thịt;bánh_mỳ_dẹt bánh_mỳ_gyro bánh_mỳ_kẹp_thịt falafel nhồi đồ_ăn
🧆;falafel;chickpea meatball;bánh_rán_nhân_gà;falafel thịt_viên đậu_hồi
🥚;egg;breakfast food;trứng;bữa_sáng đồ_ăn
🍳;fried_egg cooking;breakfast easy fry frying over pan restaurant side sunny up;nấu_ăn;chiên cái_chảo trứng
🥘;shallow_pan_of_food;casserole paella;chảo_thức_ăn_nông;nồi_đất paella
🍲;stew pot_of_food;soup;nồi_thức_ăn;hầm súp
🫕;fondue;cheese chocolate food melted pot ski;lẩu_pho_mai;nấu_chảy nồi sô_cô_la thức_ăn trượt_tuyết
🥣;bowl_with_spoon;breakfast cereal congee oatmeal porridge;bát_và_thìa;bữa_sáng cháo ngũ_cốc yến_mạch
🥗;green_salad;food;salad_rau_xanh;thức_ăn
🍿;popcorn;corn movie pop;bỏng_ngô;phim
🧈;butter;dairy;bơ;bơ_sữa
🧂;salt;condiment flavor mad salty shaker taste upset;muối;bình_lắc gia_vị
🥫;canned_food;can;thực_phẩm_đóng_hộp;
🍱;bento bento_box;food;hộp_cơm_bento;
🍘;rice_cracker;food;bánh_gạo;bánh_quy_giòn thực_phẩm
🍙;rice_ball;food japanese;cơm_nắm;nhật_bản
🍚;rice cooked_rice;food;cơm;gạo nấu_chín
🍛;curry curry_rice;food;cơm_cà_ri;
🍜;ramen steaming_bowl;chopsticks food noodle pho soup;bát_mì;mỳ mỳ_ramen nóng_hổi phở súp thức_ăn đũa
🍝;spaghetti;food meatballs pasta restaurant;;nhà_hàng pasta thịt_viên thức_ăn
🍠;sweet_potato roasted_sweet_potato;food;khoai_lang_nướng;ngọt đồ_ăn
🍢;oden;food kebab restaurant seafood skewer stick;món_oden;hải_sản kẹp que xiên
🍣;sushi;food;;thực_phẩm
🍤;fried_shrimp;prawn tempura;tôm_chiên;món_sốt_cá_cua_tôm tôm_hùm
🍥;fish_cake fish_cake_with_swirl;food pastry restaurant;bánh_cá_có_hình_xoắn;bánh_ngọt xoáy
🥮;moon_cake;autumn festival yuèbǐng;bánh_trung_thu;lễ_hội mùa_thu mặt_trăng
🍡;dango;dessert japanese skewer stick sweet;bánh_trôi_nhật_bản;món_kiểu_nhật_bản món_tráng_miệng ngọt que
🥟;dumpling;empanada gyōza jiaozi pierogi potsticker;bánh_bao;sủi_cảo
🥠;fortune_cookie;prophecy;bánh_quy_may_mắn;tiên_tri
🥡;takeout_box;chopsticks delivery food oyster pail;hộp_đựng_đồ_ăn_mang_đi;cái_xô giao_hàng hàu đũa
🍦;icecream soft_ice_cream;dessert food restaurant serve sweet;kem_mềm;cái_kem món_tráng_miệng ngọt
🍧;shaved_ice;dessert restaurant sweet;đá_bào;kem món_tráng_miệng ngọt
🍨;ice_cream;dessert food restaurant sweet;kem;món_tráng_miệng ngọt
🍩;doughnut;breakfast dessert donut food sweet;bánh_rán_vòng;món_tráng_miệng ngọt
🍪;cookie;chip chocolate dessert sweet;bánh_quy;món_tráng_miệng ngọt
🍰;cake shortcake;dessert pastry slice sweet;bánh_ngọt;miếng món_tráng_miệng
🧁;cupcake;bakery dessert sprinkles sugar sweet treat;bánh_nướng_nhỏ;bánh_ngọt ngọt tiệm_bánh tráng_miệng
🥧;pie;apple filling fruit meat pastry pumpkin slice;bánh_nướng;bí_đỏ bột_nhào miếng_bánh nhồi_bánh thịt trái_cây táo
🍫;chocolate_bar;candy dessert halloween sweet tooth;thanh_sô_cô_la;món_tráng_miệng ngọt
🍬;candy;cavities dessert halloween restaurant sweet tooth wrapper;kẹo;món_tráng_miệng ngọt
🍭;lollipop;candy dessert food restaurant sweet;kẹo_mút;món_tráng_miệng ngọt
🍮;custard;dessert pudding sweet;bánh_trứng;món_tráng_miệng ngọt
🍯;honey_pot;barrel bear food honeypot jar sweet;hũ_mật_ong;ngọt
🍼;baby_bottle;babies birth born drink infant milk newborn;bình_sữa_trẻ_em;em_bé mới_sinh sinh trẻ_sơ_sinh uống
🥛;milk_glass glass_of_milk;drink;cốc_sữa;đồ_uống
☕;coffee hot_beverage;cafe caffeine chai drink morning steaming tea;cà_phê đồ_uống_nóng;buổi_sáng caffeine chai nóng_hổi trà
🫖;teapot;brew drink food pot tea;ấm_trà;thực_phẩm đồ_uống ủ
🍵;tea teacup_without_handle;beverage cup drink oolong;tách_trà_không_có_quai;cốc uống đồ_uống
🍶;sake;bar beverage bottle cup drink restaurant;rượu_sake;chai cốc quán_ba uống đồ_uống
🍾;champagne bottle_with_popping_cork;bar drink;chai_rượu_với_nút_gỗ_bật_ra;quán_bar đồ_uống
🍷;wine_glass;alcohol bar beverage booze club drink drinking drinks restaurant;ly_rượu_vang;quán_ba uống đồ_uống
🍸;cocktail cocktail_glass;alcohol bar booze club drink drinking drinks mad martini men;ly_cocktail;quán_bar đồ_uống
🍹;tropical_drink;alcohol bar booze club cocktail drinking drinks drunk mai party tai tropics;đồ_uống_nhiệt_đới;quán_bar
🍺;beer beer_mug;alcohol ale bar booze drink drinking drinks octoberfest oktoberfest pint stein summer;bia cốc_bia;quán_bar đồ_uống
🍻;beers clinking_beer_mugs;alcohol bar booze bottoms cheers clink drinking drinks;chạm_cốc_bia;nước_giải_khát quán_ba đồ_uống
🥂;clinking_glasses;celebrate clink drink glass;chạm_cốc;chúc_mừng tiếng_keng đồ_uống
🥃;tumbler_glass;liquor scotch shot whiskey whisky;ly_đáy_phẳng;cốc cốc_vại ngụm rượu rượu_whisky
🫗;pouring_liquid;accident drink empty glass oops pour spill water;đổ_chất_lỏng;ly_thủy_tinh tràn trống_rỗng đồ_uống
🥤;cup_with_straw;drink juice malt soda soft water;cốc_và_ống_hút;mạch_nha nước nước_ép soda uống
🧋;bubble_tea;boba food milk pearl;trà_sữa_trân_châu;bong_bóng ngọc_trai
🧃;beverage_box;juice straw sweet;hộp_đồ_uống;ngọt nước_ép ống_hút
🧉;mate mate_drink;;trà_nhựa_ruồi;đồ_uống
🧊;ice_cube ice;cold iceberg;viên_đá;băng lạnh
🥢;chopsticks;hashi jeotgarak kuaizi;đũa;
🍽️;plate_with_cutlery knife_fork_plate fork_and_knife_with_plate;cooking dinner eat;dĩa_và_dao_với_đĩa;nĩa nấu_nướng
🍴;fork_and_knife;breakfast breaky cooking cutlery delicious dinner eat feed food hungry lunch restaurant yum yummy;dĩa_và_dao;bữa_sáng bữa_trưa bữa_tối cho_ăn ngon ngon_miệng nhà_hàng nấu_ăn ăn ăn_sáng đói đồ_ăn
🥄;spoon;eat tableware;thìa;bộ_đồ_ăn
🔪;hocho knife kitchen_knife;chef cooking tool weapon;dao_làm_bếp;dụng_cụ hocho nấu_nướng vũ_khí
🫙;jar;condiment container empty nothing sauce store;bình_đựng;cửa_hàng gia_vị nước_sốt thùng_chứa trống_rỗng
🏺;amphora;aquarius cooking drink jug tool weapon zodiac;vò_hai_quai;bình bảo_bình hoàng_đạo nấu_ăn uống
🌍;earth_africa globe_showing_europe_africa;world;địa_cầu_thể_hiện_châu_âu_châu_phi;thế_giới trái_đất
🌎;earth_americas globe_showing_americas;world;địa_cầu_thể_hiện_châu_mỹ;thế_giới trái_đất
🌏;earth_asia globe_showing_asia_australia;world;địa_cầu_thể_hiện_châu_á_châu_úc;thế_giới trái_đất
🌐;globe_with_meridians;earth internet web world worldwide;địa_cầu_có_đường_kinh_tuyến;internet thế_giới trái_đất ttoàn_thế_giới web
🗺️;world_map;;bản_đồ_thế_giới;
🗾;japan map_of_japan;;bản_đồ_nhật_bản;
🧭;compass;direction magnetic navigation orienteering;la_bàn;từ_tính điều_hướng định_hướng
🏔️;mountain_snow snow_capped_mountain;cold;đỉnh_núi_phủ_tuyết;lạnh
⛰️;mountain;;núi;
🌋;volcano;eruption mountain nature;núi_lửa;phun_trào thiên_nhiên
🗻;mount_fuji;mountain nature;núi_phú_sĩ;
🏕️;camping;;cắm_trại;
🏖️;beach_umbrella beach_with_umbrella;;bãi_biển_với_chiếc_ô;
🏜️;desert;;sa_mạc;
🏝️;desert_island;;đảo_hoang;
🏞️;national_park;;công_viên_quốc_gia;
🏟️;stadium;;sân_vận_động;
🏛️;classical_building;;tòa_nhà_cổ_điển;
🏗️;building_construction;crane;công_trường_xây_dựng;cần_cẩu
🧱;bricks brick;clay mortar wall;gạch;tường vữa đất_sét
🪨;rock;boulder heavy solid stone tough;đá;hòn_đá nặng rắn tảng_đá
🪵;wood;log lumber timber;gỗ;gỗ_xẻ khúc_gỗ
🛖;hut;home house roundhouse shelter yurt;túp_lều;lều_tròn nhà nhà_tròn
🏘️;houses house_buildings;;những_ngôi_nhà;
🏚️;derelict_house derelict_house_building;home;ngôi_nhà_bỏ_hoang;
🏠;house;building country heart home ranch settle simple suburban suburbia where;ngôi_nhà;
🏡;house_with_garden;building country heart home ranch settle simple suburban suburbia where;nhà_có_vườn;ngôi_nhà
🏢;office office_building;city cubical job;tòa_nhà_văn_phòng;công_việc dạng_lập_phương thành_phố
🏣;post_office japanese_post_office;building;bưu_điện_nhật_bản;kiểu_nhật
🏤;european_post_office;building;bưu_điện;kiểu_châu_âu
🏥;hospital;building doctor medicine;bệnh_viện;bác_sĩ thuốc
🏦;bank;building;ngân_hàng;tòa_nhà
🏨;hotel;building;khách_sạn;tòa_nhà
🏩;love_hotel;building;khách_sạn_tình_yêu;
🏪;convenience_store;24 building hours;cửa_hàng_tiện_lợi;
🏫;school;building;trường_học;tòa_nhà
🏬;department_store;building;cửa_hàng_bách_hóa;
🏭;factory;building;nhà_máy;tòa_nhà
🏯;japanese_castle;building;lâu_đài_nhật_bản;kiểu_nhật
🏰;european_castle castle;building;lâu_đài;kiểu_châu_âu
💒;wedding;chapel hitched nuptials romance;đám_cưới;lãng_mạn nhà_thờ_nhỏ
🗼;tokyo_tower;;tháp_tokyo;
🗽;statue_of_liberty;new ny nyc york;tượng_nữ_thần_tự_do;bức_tượng new ny nyc
⛪;church;bless chapel christian cross religion;nhà_thờ;cây_thánh_giá cầu_nguyện tôn_giáo đạo_cơ_đốc
🕌;mosque;islam masjid muslim religion;nhà_thờ_hồi_giáo;thuộc_hồi_giáo tôn_giáo
🛕;hindu_temple;;đền_hindu;hin_đu hin_đu
🕍;synagogue;jew jewish judaism religion temple;giáo_đường_do_thái;người_do_thái tôn_giáo đền
⛩️;shinto_shrine;religion;đền_thờ_nhật_bản;thần_đạo tôn_giáo
🕋;kaaba;hajj islam muslim religion umrah;;hồi_giáo thuộc_hồi_giáo tôn_giáo
⛲;fountain;;đài_phun_nước;
⛺;tent;camping;lều;cắm_trại
🌁;foggy;fog;có_sương;thời_tiết
🌃;night_with_stars;star;đêm_có_sao;
🏙️;cityscape;city;khung_cảnh_thành_phố;
🌄;sunrise_over_mountains;morning sun;bình_minh_trên_núi;buổi_sáng mặt_trời
🌅;sunrise;morning nature sun;bình_minh;buổi_sáng mặt_trời thiên_nhiên
🌆;city_sunset cityscape_at_dusk;building evening landscape sun;khung_cảnh_thành_phố_lúc_chạng_vạng;buổi_tối hoàng_hôn mặt_trời_lặn phong_cảnh
🌇;city_sunrise sunset;building dusk sun;hoàng_hôn;chạng_vạng mặt_trời
🌉;bridge_at_night;;cây_cầu_về_đêm;
♨️;hotsprings hot_springs;steaming;suối_nước_nóng;hơi_nước
🎠;carousel_horse;entertainment;ngựa_đu_quay;giải_trí
🛝;playground_slide;amusement park play playing sliding theme;cầu_trượt;chơi khu_vui_chơi
🎡;ferris_wheel;amusement park theme;vòng_đu_quay;bánh_xe công_viên_giải_trí
🎢;roller_coaster;amusement park theme;tàu_lượn_siêu_tốc;con_lăn công_viên_giải_trí tàu_lao_dốc
💈;barber barber_pole;cut fresh haircut shave;biển_hiệu_của_thợ_cắt_tóc;cột
🎪;circus_tent;;lều_rạp_xiếc;
🚂;steam_locomotive locomotive;caboose engine railway train trains travel;đầu_máy_xe_lửa;hơi_nước tàu_hỏa đường_sắt động_cơ
🚃;railway_car;electric train tram travel trolleybus;toa_tàu;tàu_hỏa tàu_điện xe_hơi điện đường_sắt
🚄;bullettrain_side high_speed_train;railway shinkansen;tàu_cao_tốc;tàu_cao_tốc_nhật_bản tàu_hỏa tốc_độ đường_sắt
🚅;bullettrain_front bullet_train;high_speed nose railway shinkansen speed travel;tàu_viên_đạn;tàu_cao_tốc_nhật_bản tàu_hỏa tốc_độ đường_sắt
🚆;train2;arrived choo railway;tàu_hỏa;đường_sắt
🚇;metro;subway travel;tàu_điện_ngầm;di_chuyển
🚈;light_rail;arrived monorail railway;tàu_điện_nhẹ;xe_cộ đường_sắt
🚉;station;railway train;ga_tàu;tàu_hỏa đường_sắt
🚊;tram;trolleybus;xe_điện;ô_tô_điện
🚝;monorail;vehicle;đường_một_ray;xe_cộ
🚞;mountain_railway;car trip;đường_ray_leo_núi;toa_xe đường_sắt
🚋;train tram_car;bus trolley trolleybus;tàu_điện;toa_xe xe_điện ô_tô_điện
🚌;bus;school vehicle;xe_buýt;trường_học xe_cộ
🚍;oncoming_bus;cars;xe_buýt_đang_tới;
🚎;trolleybus;bus tram trolley;ô_tô_điện;xe_buýt xe_goòng xe_điện
🚐;minibus;bus drive van vehicle;xe_buýt_nhỏ;xe_cộ
🚑;ambulance;emergency vehicle;xe_cứu_thương;xe_cấp_cứu xe_cộ
🚒;fire_engine;truck;xe_cứu_hỏa;lửa xe_tải động_cơ
🚓;police_car;5_0 cops patrol;xe_cảnh_sát;tuần_tra xe_hơi
🚔;oncoming_police_car;;xe_cảnh_sát_đang_tới;xe_hơi
🚕;taxi;cab cabbie car drive vehicle yellow;;lái_xe màu_vàng xe xe_cộ
🚖;oncoming_taxi;cab cabbie cars drove hail yellow;taxi_đang_tới;xe_cộ
🚗;car red_car automobile;driving vehicle;ô_tô;xe_cộ
🚘;oncoming_automobile;car cars drove vehicle;ô_tô_đang_tới;xe_hơi
🚙;blue_car sport_utility_vehicle;drive recreational sportutility;xe_thể_thao_đa_dụng;giải_trí tiện_ích_thể_thao xe_cộ ô_tô
🛻;pickup_truck;automobile car flatbed pick_up transportation;xe_bán_tải;nhận_hàng vận_tải ô_tô
🚚;truck delivery_truck;car drive vehicle;xe_tải_giao_hàng;
🚛;articulated_lorry;car drive move semi truck vehicle;đầu_kéo_rơ_moóc;di_chuyển lái_xe nối xe_bán_tải xe_cộ xe_tải ô_tô
🚜;tractor;vehicle;máy_kéo;xe_cộ
🏎️;racing_car;zoom;xe_đua;
🏍️;motorcycle racing_motorcycle;;xe_máy;đua_xe
🛵;motor_scooter;;xe_tay_ga;mô_tơ
🦽;manual_wheelchair;accessibility;xe_lăn_tay;hỗ_trợ_tiếp_cận trợ_năng
🦼;motorized_wheelchair;accessibility;xe_lăn_tự_động;hỗ_trợ_tiếp_cận trợ_năng
🛺;auto_rickshaw;tuk;xe_lam;tuk_tuk túc_túc
🚲;bike bicycle;class cycle cycling cyclist gang ride spin spinning;xe_đạp;xe_cộ
🛴;kick_scooter scooter;;xe_hẩy;đẩy
🛹;skateboard;board skate skater wheels;ván_trượt;
🛼;roller_skate;blades skates sport;giày_trượt_patin;con_lăn thể_thao
🚏;busstop bus_stop;;điểm_dừng_xe_buýt;dừng_lại
🛣️;motorway;highway road;đường_cao_tốc;
🛤️;railway_track;train;đường_ray;tàu_hỏa
🛢️;oil_drum;;thùng_dầu;
⛽;fuelpump fuel_pump;diesel gas gasoline station;bơm_nhiên_liệu;diesel gas khí trạm_bơm
🛞;wheel;car circle tire turn vehicle;bánh_xe;hình_tròn lốp_xe xoay
🚨;rotating_light police_car_light;alarm alert beacon emergency revolving siren;đèn_xe_cảnh_sát;quay_vòng xe_hơi ánh_sáng đèn_hiệu
🚥;traffic_light horizontal_traffic_light;intersection signal stop stoplight;đèn_giao_thông_ngang;biển_báo
🚦;vertical_traffic_light;drove intersection signal stop stoplight;đèn_giao_thông_dọc;biển_báo
🛑;stop_sign octagonal_sign;;ký_hiệu_dừng;bát_giác
🚧;construction;barrier;công_trường;rào_chắn
⚓;anchor;ship tool;mỏ_neo;dụng_cụ tàu
🛟;ring_buoy;float life lifesaver preserver rescue safety save saver swim;phao_cứu_sinh;an_toàn cấp_cứu cứu_hộ phao_nổi phương_tiện_cứu_hộ
⛵;boat sailboat;resort sailing sea yacht;thuyền_buồm;biển du_thuyền khu_nghỉ_dưỡng
🛶;canoe;boat;xuồng;thuyền
🚤;speedboat;billionaire boat lake luxury millionaire summer travel;xuồng_cao_tốc;thuyền
🛳️;passenger_ship;;tàu_chở_khách;hành_khách tàu_thủy
⛴️;ferry;boat passenger;phà;hành_khách thuyền
🛥️;motor_boat;motorboat;thuyền_máy;
🚢;ship;boat passenger travel;tàu_thủy;di_chuyển hành_khách thuyền
✈️;airplane;aeroplane fly flying jet plane travel;máy_bay;di_chuyển phi_cơ tàu_bay
🛩️;small_airplane;aeroplane plane;máy_bay_nhỏ;tàu_bay
🛫;flight_departure airplane_departure;aeroplane check_in departures plane;máy_bay_khởi_hành;làm_thủ_tục tàu_bay điểm_khởi_hành
🛬;flight_arrival airplane_arriving airplane_arrival;aeroplane arrivals landing plane;máy_bay_đến_nơi;hạ_cánh điểm_đến
🪂;parachute;hang_glide parasail skydive;dù;dù_kéo lượn nhảy_dù
💺;seat;chair;cái_ghế;chỗ_ngồi
🚁;helicopter;copter roflcopter travel vehicle;máy_bay_trực_thăng;xe_cộ
🚟;suspension_railway;;đường_sắt_trên_cao;treo
🚠;mountain_cableway;cable gondola lift ski;cáp_treo_trên_núi;toa_trần
🚡;aerial_tramway;cable car gondola ropeway;cáp_treo;toa_trần trên_không đường_xe_điện
🛰️;artificial_satellite;space;vệ_tinh;vũ_trụ
🚀;rocket;launch rockets space travel;tên_lửa;di_chuyển không_gian phóng
🛸;flying_saucer;aliens extra terrestrial ufo;đĩa_bay;người_ngoài_hành_tinh ufo
🛎️;bellhop_bell;hotel;chuông_gọi_phục_vụ;khách_sạn
🧳;luggage;bag packing roller suitcase travel;hành_lý;du_lịch vali_kéo đóng_gói
⌛;hourglass hourglass_done;sand time timer;đồng_hồ_cát_đã_chảy_hết;bộ_định_thời đồng_hồ_hẹn_giờ
⏳;hourglass_flowing_sand hourglass_not_done;hours timer waiting yolo;đồng_hồ_cát_đang_chảy;bộ_định_thời
⌚;watch;clock time;đồng_hồ_đeo_tay;thời_gian
⏰;alarm_clock;hours hrs late time waiting;hẹn_giờ đồng_hồ_báo_thức;muộn thời_gian
⏱️;stopwatch;clock time;đồng_hồ_bấm_giờ;thời_gian
⏲️;timer_clock;;đồng_hồ_hẹn_giờ;
🕰️;mantelpiece_clock;time;đồng_hồ_để_bàn;thời_gian
🕛;clock12 twelve_o_clock;12 12_00 time;mười_hai_giờ;00 12 12_00 đồng_hồ
🕧;clock1230 twelve_thirty;12 12_30 30 clock time;mười_hai_giờ_ba_mươi_phút;12 12_30 đồng_hồ
🕐;clock1 one_o_clock;1 1_00 time;một_giờ;00 1 1_00 đồng_hồ
🕜;clock130 one_thirty;1 1_30 30 clock time;một_giờ_ba_mươi_phút;1 1_30 đồng_hồ
🕑;clock2 two_o_clock;2 2_00 time;hai_giờ;00 2 2_00 đồng_hồ
🕝;clock230 two_thirty;2 2_30 30 clock time;hai_giờ_ba_mươi_phút;2 2_30 đồng_hồ
🕒;clock3 three_o_clock;3 3_00 time;ba_giờ;00 3 3_00 đồng_hồ
🕞;clock330 three_thirty;3 30 3_30 clock time;ba_giờ_ba_mươi_phút;3 3_30 đồng_hồ
🕓;clock4 four_o_clock;4 4_00 time;bốn_giờ;00 4 4_00 đồng_hồ
🕟;clock430 four_thirty;30 4 4_30 clock time;bốn_giờ_ba_mươi_phút;4 4_30 đồng_hồ
🕔;clock5 five_o_clock;5 5_00 time;năm_giờ;00 5 5_00 đồng_hồ
🕠;clock530 five_thirty;30 5 5_30 clock time;năm_giờ_ba_mươi_phút;5 5_30 đồng_hồ
🕕;clock6 six_o_clock;6 6_00 time;sáu_giờ;00 6 6_00 đồng_hồ
🕡;clock630 six_thirty;30 6 6_30 clock;sáu_giờ_ba_mươi_phút;6 6_30 đồng_hồ
🕖;clock7 seven_o_clock;0 7 7_00;bảy_giờ;00 7 7_00 đồng_hồ
🕢;clock730 seven_thirty;30 7 7_30 clock;bảy_giờ_ba_mươi_phút;7 7_30 đồng_hồ
🕗;clock8 eight_o_clock;8 8_00 time;tám_giờ;00 8 8_00 đồng_hồ
🕣;clock830 eight_thirty;30 8 8_30 clock time;tám_giờ_ba_mươi_phút;8 8_30 đồng_hồ
🕘;clock9 nine_o_clock;9 9_00 time;chín_giờ;00 9 9_00 đồng_hồ
🕤;clock930 nine_thirty;30 9 9_30 clock time;chín_giờ_ba_mươi_phút;9 9_30 đồng_hồ
🕙;clock10 ten_o_clock;0 10 10_00;mười_giờ;00 10 10_00 đồng_hồ
🕥;clock1030 ten_thirty;10 10_30 30 clock time;mười_giờ_ba_mươi_phút;10 10_30 đồng_hồ
🕚;clock11 eleven_o_clock;11 11_00 time;mười_một_giờ;00 11 11_00 đồng_hồ
🕦;clock1130 eleven_thirty;11 11_30 30 clock time;mười_một_giờ_ba_mươi_phút;11 11_30 đồng_hồ
🌑;new_moon;dark space;trăng_non;bóng_tối mặt_trăng
🌒;waxing_crescent_moon;dreams space;trăng_lưỡi_liềm_đầu_tháng;mặt_trăng tròn_dần
🌓;first_quarter_moon;space;trăng_thượng_huyền;mặt_trăng phần_tư
🌔;moon waxing_gibbous_moon;space;trăng_khuyết;mặt_trăng tròn_dần
🌕;full_moon;space;trăng_tròn;mặt_trăng
🌖;waning_gibbous_moon;space;trăng_khuyết_cuối_tháng;mặt_trăng
🌗;last_quarter_moon;space;trăng_hạ_huyền;mặt_trăng phần_tư
🌘;waning_crescent_moon;space;trăng_lưỡi_liềm_cuối_tháng;không_gian mặt_trăng
🌙;crescent_moon;ramadan space;trăng_lưỡi_liềm;mặt_trăng
🌚;new_moon_with_face new_moon_face;space;mặt_trăng_non;
🌛;first_quarter_moon_with_face first_quarter_moon_face;space;trăng_thượng_huyền_hình_mặt_người;phần_tư
🌜;last_quarter_moon_with_face last_quarter_moon_face;dreams;trăng_hạ_huyền_hình_mặt_người;phần_tư
🌡️;thermometer;weather;nhiệt_kế;thời_tiết
🌝;full_moon_with_face full_moon_face;bright;khuôn_mặt_trăng_tròn;sáng
🪐;ringed_planet;saturn saturnine;hành_tinh_có_vành_đai_bao_quanh;sao_thổ thần_nông thổ_tinh
⭐;star;astronomy medium stars white;ngôi_sao;thiên_văn
🌟;star2 glowing_star;glittery glow night shining sparkle win;ngôi_sao_lấp_lánh;chiếu_sáng phát_sáng
🌠;stars shooting_star;falling night space;sao_băng;ngôi_sao phóng rơi
🌌;milky_way;space;dải_ngân_hà;vũ_trụ
☁️;cloud;weather;đám_mây;thời_tiết âm_u
⛅;partly_sunny;behind cloud cloudy sun weather;mặt_trời_sau_đám_mây;
⛈️;cloud_with_lightning_and_rain thunder_cloud_and_rain;thunderstorm;đám_mây_kèm_chớp_và_mưa;sấm đám_mây_với_tia_chớp_và_mưa
🌤️;sun_behind_small_cloud mostly_sunny sun_small_cloud;weather;mặt_trời_sau_đám_mây_nhỏ;
🌥️;sun_behind_large_cloud barely_sunny sun_behind_cloud;weather;mặt_trời_sau_đám_mây_lớn;
🌦️;sun_behind_rain_cloud partly_sunny_rain;weather;mặt_trời_sau_đám_mây_mưa;
🌧️;cloud_with_rain rain_cloud;weather;mây_và_mưa;
🌨️;cloud_with_snow snow_cloud;cold weather;đám_mây_với_tuyết;lạnh
🌩️;cloud_with_lightning lightning lightning_cloud;weather;đám_mây_với_tia_chớp;sét thời_tiết
🌪️;tornado tornado_cloud;weather whirlwind;lốc_xoáy;cơn_lốc mây thời_tiết
🌫️;fog;cloud weather;sương_mù;mây thời_tiết
🌬️;wind_face wind_blowing_face;blow cloud;khuôn_mặt_gió;thổi đám_mây
🌀;cyclone;dizzy hurricane twister typhoon weather;hình_lốc_xoáy;bão choáng_váng
🌈;rainbow;gay genderqueer glbt glbtq lesbian lgbt lgbtq lgbtqia nature pride queer rain trans transgender weather;cầu_vồng;chuyển_giới lưỡng_tính mưa thời_tiết tự_nhiên đồng_tính
🌂;closed_umbrella;clothing rain;ô_đã_đóng;chiếc_ô mưa quần_áo
☂️;open_umbrella;clothing rain;cái_ô;che_mưa mưa quần_áo
☔;umbrella umbrella_with_rain_drops;clothing drop weather;cái_ô_với_những_giọt_nước_mưa;chiếc_ô quần_áo rơi ô_che_mưa
⛱️;parasol_on_ground umbrella_on_ground;rain sun;cái_ô_trên_mặt_đất;chiếc_ô mưa mặt_trời nắng
⚡;zap high_voltage;danger electric electricity lightning nature thunder thunderbolt;điện_cao_thế;cú_đánh nguy_hiểm sét tự_nhiên
❄️;snowflake;cold snow weather;bông_tuyết;lạnh thời_tiết
☃️;snowman_with_snow;cold man;người_tuyết;lạnh
⛄;snowman snowman_without_snow;cold man;người_tuyết_không_có_tuyết;lạnh
☄️;comet;space;sao_chổi;vũ_trụ
💧;droplet;cold comic drop nature sad sweat tear water weather;giọt_nước;hài_hước lạnh mồ_hôi rơi
🌊;ocean water_wave;nature surf surfer surfing;sóng_nước;đại_dương
🎃;jack_o_lantern;celebration halloween pumpkin;đèn_lồng_bí_ngô;halloween lễ_hội
🎄;christmas_tree;celebration;cây_thông_noel;giáng_sinh lễ_kỷ_niệm
🎆;fireworks;boom celebration entertainment yolo;pháo_hoa;giải_trí lễ_kỷ_niệm
🎇;sparkler;boom celebration fireworks sparkle;pháo_bông;chói_sáng lễ_kỷ_niệm pháo_hoa
🧨;firecracker;dynamite explosive fire fireworks light pop popping spark;pháo;nổ pháo_hoa thuốc_nổ
🎋;tanabata_tree;banner celebration japanese;cây_tanabata;biểu_ngữ kiểu_nhật_bản lễ_kỷ_niệm
🎍;bamboo pine_decoration;celebration japanese plant;trang_trí_cây_thông;cây_tre kiểu_nhật_bản lễ_kỷ_niệm
🎎;dolls japanese_dolls;celebration doll festival;búp_bê_nhật_bản;kiểu_nhật_bản lễ_hội lễ_kỷ_niệm
🎏;flags carp_streamer;celebration;cờ_cá_chép;cờ_dải lễ_kỷ_niệm
🎐;wind_chime;bell celebration;chuông_gió;kêu_vang lễ_kỷ_niệm
🎑;rice_scene moon_viewing_ceremony;celebration;lễ_ngắm_trăng;kỷ_niệm lễ_kỷ_niệm mặt_trăng
🧧;red_envelope;gift good hóngbāo lai luck money see;bao_lì_xì;chúc_may_mắn hồng_bao quà_tặng tiền
🎀;ribbon;celebration;ruy_băng;lễ_kỷ_niệm
🎗️;reminder_ribbon;celebration;ruy_băng_nhắc_nhở;lễ_kỷ_niệm lời_nhắc
🎟️;tickets admission_tickets;ticket;vé_vào_cửa;
🎫;ticket;admission stub;vé;vào_cửa
🎖️;medal_military medal military_medal;award celebration;huân_chương_quân_đội;huy_chương lễ_kỷ_niệm quân_sự
🏆;trophy;champion champs prize slay sport victory win winning;cúp;chiến_thắng giải_thưởng thể_thao vô_địch
🏅;medal_sports sports_medal;award gold winner;huy_chương_thể_thao;chiến_thắng huy_chương_vàng vô_địch
🥇;1st_place_medal first_place_medal;gold;huy_chương_vàng;nhất
🥈;2nd_place_medal second_place_medal;silver;huy_chương_bạc;hai
🥉;3rd_place_medal third_place_medal;bronze;huy_chương_đồng;ba
⚽;soccer soccer_ball;football futbol sport;bóng_đá;quả_bóng thể_thao thể_thao_vua túc_cầu
⚾;baseball;ball sport;bóng_chày;quả_bóng thể_thao
🥎;softball;ball glove sports underarm;bóng_mềm;bao_tay ném_bóng_dưới_vai thể_thao
🏀;basketball;ball hoop sport;bóng_rổ;quả_bóng thể_thao vòng
🏐;volleyball;ball game;bóng_chuyền;quả_bóng trò_chơi
🏈;football american_football;ball bowl sport super;bóng_bầu_dục_mỹ;người_mỹ quả_bóng
🏉;rugby_football;ball sport;bóng_bầu_dục;bóng_đá quả_bóng thể_thao
🎾;tennis;ball racquet sport;quần_vợt;cái_vợt quả_bóng
🥏;flying_disc;ultimate;đĩa_bay_trò_chơi;ném_đĩa
🎳;bowling;ball game sport strike;;quả_bóng trò_chơi
🏏;cricket_game cricket_bat_and_ball;;trò_chơi_cricket;gậy_đánh_bóng quả_bóng
🏑;field_hockey field_hockey_stick_and_ball;game;khúc_côn_cầu_trên_cỏ;cây_gậy quả_bóng sân trò_chơi
🏒;ice_hockey ice_hockey_stick_and_puck;game;khúc_côn_cầu_trên_băng;gậy trận_đấu
🥍;lacrosse;ball goal sports stick;bóng_vợt;gôn gậy thể_thao
🏓;ping_pong table_tennis_paddle_and_ball;bat game pingpong;bóng_bàn;gậy quả_bóng trò_chơi vợt_đánh_bóng
🏸;badminton badminton_racquet_and_shuttlecock;birdie game;cầu_lông;kỹ_thuật_ghi trái_cầu_lông trò_chơi vợt
🥊;boxing_glove;;găng_tay_quyền_anh;
🥋;martial_arts_uniform;judo karate taekwondo;đồng_phục_võ_thuật;judo karate taekwondo thể_thao
🥅;goal_net;;khung_thành;gôn lưới
⛳;golf flag_in_hole;sport;cờ_trong_lỗ;gôn thể_thao
⛸️;ice_skate;skating;giày_trượt_băng;
🎣;fishing_pole_and_fish fishing_pole;entertainment sport;cần_câu_cá;giải_trí thể_thao
🤿;diving_mask;scuba snorkeling;mặt_nạ_lặn;bình_dưỡng_khí bình_ôxy ống_thở
🎽;running_shirt_with_sash running_shirt;athletics;áo_chạy_bộ;khăn_quàng_vai vận_động_viên áo_sơ_mi
🎿;ski skis;snow sport;ván_trượt_tuyết;thể_thao
🛷;sled;luge sledge sleigh snow toboggan;xe_trượt_tuyết;đi_xe_trượt_tuyết
🥌;curling_stone;game rock;bi_đá_trên_băng;trò_chơi
🎯;dart bullseye;bull direct entertainment game hit target;trúng_đích;hồng_tâm mục_tiêu phi_tiêu trò_chơi
🪀;yo_yo;fluctuate toy;;dao_động đồ_chơi
🪁;kite;fly soar;diều;bay bay_lên bay_lượn
🔫;gun water_pistol;handgun revolver tool weapon;súng_nước;dụng_cụ súng_gắn súng_lục súng_lục_ổ_quay vũ_khí
🎱;8ball pool_8_ball;billiard eight game;bi_a_8_bóng;bida quả_bóng trò_chơi tám
🔮;crystal_ball;fairy fairytale fantasy fortune future magic tale tool;quả_cầu_pha_lê;dụng_cụ giả_tưởng quả_bóng truyện_cổ_tích vận_may
🪄;magic_wand;magician witch wizard;gậy_thần;ma_thuật phù_thủy thầy_phù_thủy
🎮;video_game;controller entertainment;trò_chơi_điện_tử;giải_trí tay_điều_khiển thiết_bị_điều_khiển
🕹️;joystick;game video videogame;cần_điều_khiển;trò_chơi trò_chơi_điện_tử
🎰;slot_machine;casino gamble gambling game slots;máy_giật_xèng;cờ_bạc khe trò_chơi
🎲;game_die;dice entertainment;trò_xúc_xắc;con_xúc_xắc gieo_xúc_xắc trò_chơi
🧩;jigsaw puzzle_piece;clue interlocking;ghép_hình;ghép_vào_nhau mảnh trò_ghép_hình đầu_mối
🧸;teddy_bear;plaything plush stuffed toy;gấu_bông;nhồi_bông vải_lông đồ_chơi
🪅;pinata;candy celebrate celebration cinco de festive mayo party pinada;;buổi_tiệc kẹo kỷ_niệm lễ_hội lễ_kỷ_niệm người_mexico pinata
🪩;mirror_ball;dance disco glitter party;quả_cầu_gương;buổi_tiệc disco khiêu_vũ long_lanh sàn_nhảy
🪆;nesting_dolls;babooshka baboushka babushka doll matryoshka russia;búp_bê_matryoshka;babooshka baboushka babushka búp_bê_lồng lồng_nhau nước_nga
♠️;spades spade_suit;card game;bộ_bích;bài bộ_bài_bích trò_chơi
♦️;diamonds diamond_suit;card game;bộ_rô;bài bộ_bài_rô trò_chơi
♣️;clubs club_suit;card game;bộ_nhép;bài bộ_bài_nhép trò_chơi
♟️;chess_pawn;dupe expendable;quân_tốt;bịp cờ thí_tốt
🃏;black_joker joker;card game wildcard;quân_phăng_teo;lá_bài trò_chơi
🀄;mahjong mahjong_red_dragon;game;mạt_chược_rồng_đỏ;trò_chơi
🎴;flower_playing_cards;card game japanese;quân_bài_hình_hoa;kiểu_nhật_bản thiệp trò_chơi
🎭;performing_arts;actor actress art entertainment mask theater theatre thespian;nghệ_thuật_biểu_diễn;mặt_nạ nhà_hát
🖼️;framed_picture frame_with_picture;art museum painting;tranh_trong_khung;bảo_tàng nghệ_thuật
🎨;art artist_palette;artsy arty colorful creative entertainment museum painter painting;bảng_màu;bảo_tàng nghệ_thuật vẽ
🧵;thread;needle sewing spool string;sợi_chỉ;kim may xâu ổng_chỉ
🪡;sewing_needle;embroidery sew stitches sutures tailoring thread;kim_may;chỉ_khâu khâu may_đo thêu
🧶;yarn;ball crochet knit;sợi;cuộn cuộn_len đan đan_bằng_kim_móc
🪢;knot;cord rope tangled tie twine twist;nút_thắt;buộc bện dây_thừng rối xoắn
👓;eyeglasses glasses;clothing eye eyewear;kính_mắt;quần_áo đeo_kính
🕶️;dark_sunglasses;eye eyewear glasses;kính_râm;bóng_tối kính_mắt mắt đeo_kính
🥽;goggles;dive eye protection scuba swimming welding;kính_bảo_hộ;bơi bảo_vệ_mắt hàn
🥼;lab_coat;clothes doctor dr experiment jacket scientist white;áo_phòng_thí_nghiệm;bác_sĩ nhà_khoa_học
🦺;safety_vest;emergency;áo_bảo_hộ;an_toàn cứu_hộ khẩn_cấp
👔;necktie;clothing employed serious shirt tie;cà_vạt;quần_áo trang_trọng áo_sơ_mi
👕;shirt tshirt t_shirt;blue casual clothes clothing collar dressed shopping weekend;áo_phông;quần_áo áo_sơ_mi áo_thun
👖;jeans;blue casual clothes clothing denim dressed pants shopping trousers weekend;quần_bò;quần_dài quần_áo
🧣;scarf;bundle cold neck up;khăn_quàng;cổ lạnh ủ_ấm
🧤;gloves;hand;găng_tay;
🧥;coat;brr bundle cold jacket up;áo_khoác;lạnh áo_choàng
🧦;socks;stocking;tất;bít_tất vớ
👗;dress;clothes clothing dressed fancy shopping;váy;mua_sắm quần_áo
👘;kimono;clothing comfortable;;quần_áo
🥻;sari;clothing dress;xari;quần_áo sari trang_phục váy đầm
🩱;one_piece_swimsuit;bathing suit;áo_tắm_một_mảnh;bộ_áo_tắm
🩲;swim_brief briefs;bathing one_piece suit swimsuit underwear;quần_lót;bộ_đồ_bơi bộ_đồ_tắm một_mảnh
🩳;shorts;bathing pants suit swimsuit underwear;quần_soóc;bộ_đồ_tắm quần_bơi quần_dài quần_lót
👙;bikini;bathing beach clothing pool suit swim;áo_tắm_hai_mảnh;bơi bể_bơi quần_áo
👚;womans_clothes woman_s_clothes;blouse clothing collar dress dressed lady shirt shopping;quần_áo_nữ;
🪭;folding_hand_fan;clack clap cool cooling dance flirt flutter hot shy;quạt_giấy;e_thẹn làm_mát múa nóng tán_tỉnh vỗ_cánh
👛;purse;clothes clothing coin dress fancy handbag shopping;ví;quần_áo tiền_xu đồng_tiền
👜;handbag;bag clothes clothing dress lady purse shopping;túi_xách;mua_sắm quần_áo ví
👝;pouch clutch_bag;clothes clothing dress handbag purse;túi_cắp_nách;quần_áo túi_nhỏ
🛍️;shopping shopping_bags;bag hotel;túi_mua_sắm;khách_sạn
🎒;school_satchel backpack;backpacking bag bookbag education rucksack;ba_lô_đi_học;cặp trường túi
🩴;thong_sandal;beach flip flop sandals shoe thongs zōri;dép_xỏ_ngón;dép_lê dép_đi_biển zōri
👞;mans_shoe shoe man_s_shoe;brown clothes clothing feet foot kick shoes shopping;giày_nam;quần_áo đàn_ông
👟;athletic_shoe running_shoe;clothes clothing fast kick shoes shopping sneaker tennis;giày_chạy;giày_chạy_bộ giày_đế_mềm quần_áo thể_thao
🥾;hiking_boot;backpacking brown camping outdoors shoe;giày_leo_núi;cắm_trại du_lịch_bụi giày_ống đi_bộ_đường_dài
🥿;flat_shoe womans_flat_shoe;ballet comfy flats slip_on slipper;giày_bệt;giày_búp_bê giày_lười giày_đi_trong_nhà
👠;high_heel high_heeled_shoe;clothes clothing dress fashion heels shoes shopping stiletto woman;giày_cao_gót;gót_chân phụ_nữ quần_áo
👡;sandal woman_s_sandal;clothing shoe;xăng_đan_nữ;giày phụ_nữ quần_áo
🩰;ballet_shoes;dance;giày_múa_balê;
👢;boot woman_s_boot;clothes clothing dress shoe shoes shopping;giày_bốt_nữ;phụ_nữ quần_áo
🪮;hair_pick;afro comb groom;lược_afro_pick;chải kiểu_tóc_afro tóc
👒;womans_hat woman_s_hat;clothes clothing garden hats party;mũ_phụ_nữ;cái_mũ quần_áo
🎩;tophat top_hat;clothes clothing fancy formal magic;mũ_chóp_cao;cái_mũ quần_áo đầu
🎓;mortar_board graduation_cap;celebration clothing education hat scholar;mũ_tốt_nghiệp;cái_mũ lễ_kỷ_niệm quần_áo
🧢;billed_cap;baseball bent dad hat;mũ_lưỡi_trai;mũ_bóng_chày
🪖;military_helmet;army soldier war warrior;mũ_sắt_quân_đội;chiến_binh mũ_bảo_hiểm người_lính quân_sự
⛑️;rescue_worker_helmet helmet_with_white_cross rescue_worker_s_helmet;aid face hat;mũ_bảo_hiểm_của_lính_cứu_hộ;chữ_thập cái_mũ khuôn_mặt nón_bảo_hộ
📿;prayer_beads;clothing necklace religion;tràng_hạt;lời_cầu_nguyện quần_áo tôn_giáo vòng_cổ
💄;lipstick;cosmetics date makeup;son_môi;mỹ_phẩm trang_điểm
💍;ring;diamond engaged engagement married romance shiny sparkling wedding;nhẫn;kim_cương
💎;gem gem_stone;diamond engagement jewel money romance wedding;đá_quý;kim_cương viên_ngọc đồ_nữ_trang
🔇;mute muted_speaker;quiet silent sound;tắt_loa;cái_loa im_lặng không_ồn_ào tắt_tiếng
🔈;speaker speaker_low_volume;soft sound;âm_lượng_loa_thấp;nhẹ nhỏ âm_thanh
🔉;sound speaker_medium_volume;;âm_lượng_loa_trung_bình;âm_thanh
🔊;loud_sound speaker_high_volume;music;âm_lượng_loa_cao;lớn
📢;loudspeaker;address communication loud public sound;loa_phát_thanh;loa_phóng_thanh lớn địa_chỉ_công_cộng
📣;mega megaphone;cheering sound;loa_phóng_thanh;cổ_vũ
📯;postal_horn;post;kèn_bưu_chính;bưu_điện
🔔;bell;break church sound;cái_chuông;giờ_nghỉ nhà_thờ
🔕;no_bell bell_with_slash;forbidden mute not prohibited quiet silent sound;chuông_với_dấu_gạch_chéo;cấm im_lặng tắt_tiếng
🎼;musical_score;music note;khuông_nhạc;bản_nhạc
🎵;musical_note;music sound;nốt_nhạc;
🎙️;studio_microphone;mic music;micrô_phòng_thu_âm;nhạc
🎚️;level_slider;music;thanh_trượt_mức;nhạc
🎛️;control_knobs;music;núm_điều_khiển;nhạc
🎤;microphone;karaoke mic music sing sound;micrô;hát karaoke nhạc âm_thanh
🎧;headphones headphone;earbud sound;tai_nghe;âm_thanh
📻;radio;entertainment tbt video;;video
🎷;saxophone;instrument music sax;kèn_saxophone;nhạc nhạc_cụ
🎺;trumpet;instrument music;kèn_trumpet;nhạc nhạc_cụ
🪗;accordion;box concertina instrument music squeeze squeezebox;phong_cầm;accordion buổi_hòa_nhạc hộp_bóp nhạc_cụ âm_nhạc
🎸;guitar;instrument music strat;đàn_ghi_ta;nhạc nhạc_cụ
🎹;musical_keyboard;instrument music piano;phím_đàn;bàn_phím nhạc nhạc_cụ đàn_piano
🎻;violin;instrument music;đàn_violin;nhạc nhạc_cụ
🪕;banjo;music stringed;đàn_banjo;có_dây âm_nhạc
🥁;drum drum_with_drumsticks;music;trống;dùi_trống nhạc
🪘;long_drum;beat conga instrument rhythm;trống_dài;conga nhạc_cụ nhịp đập
🪇;maracas;cha dance instrument music party percussion rattle shake shaker;maraca;lắc lục_lạc nhạc_cụ nhảy tiệc_tùng trống âm_nhạc
🪈;flute;band fife flautist instrument marching music orchestra piccolo pipe recorder woodwind;sáo;ban_nhạc ban_nhạc_diễu_hành dàn_nhạc_giao_hưởng máy_ghi_âm nhạc nhạc_cụ nhạc_cụ_hơi_bằng_gỗ âm_nhạc ống_sáo ống_tiêu
📱;iphone mobile_phone;cell communication telephone;điện_thoại_di_động;
📲;calling mobile_phone_with_arrow;build call cell communication receive telephone;điện_thoại_di_động_có_mũi_tên;gọi nhận
☎️;phone telephone;;điện_thoại_bàn;
📞;telephone_receiver;communication phone voip;ống_nghe_điện_thoại_bàn;
📟;pager;communication;máy_nhắn_tin;
📠;fax fax_machine;communication;máy_fax;
🔋;battery;;pin;
🪫;low_battery;drained electronic energy power;pin_yếu;năng_lượng_thấp điện_tử
🔌;electric_plug;electricity;phích_cắm_điện;
💻;computer laptop;office pc personal;máy_tính_xách_tay;cá_nhân pc
🖥️;desktop_computer;monitor;máy_tính_để_bàn;màn_hình
🖨️;printer;computer;máy_in;máy_tính
⌨️;keyboard;computer;bàn_phím;máy_tính
🖱️;computer_mouse three_button_mouse;;chuột_máy_tính;
🖲️;trackball;computer;bi_xoay;máy_tính
💽;minidisc computer_disk;minidisk optical;đĩa_máy_tính;quang_học đĩa_mini
💾;floppy_disk;computer;đĩa_mềm;máy_tính
💿;cd optical_disk;blu_ray computer dvd;đĩa_quang;cd máy_tính
📀;dvd;blu_ray cd computer disk optical;;chuẩn_đĩa_quang máy_tính quang đĩa
🧮;abacus;calculation calculator;bàn_tính;tính_toán
🎥;movie_camera;bollywood cinema film hollywood record;máy_quay_phim;bollywood hollywood rạp_chiếu_phim
🎞️;film_strip film_frames;cinema movie;khung_hình_phim;rạp_chiếu_phim
📽️;film_projector;cinema movie video;máy_chiếu_phim;rạp_chiếu_phim video
🎬;clapper clapper_board;action movie;bảng_clapper;diễn phim
📺;tv television;video;tivi;tv video
📷;camera;photo selfie snap tbt trip video;máy_ảnh;video
📸;camera_flash camera_with_flash;video;máy_ảnh_có_đèn_flash;video
📹;video_camera;camcorder tbt;máy_quay_video;máy_quay_phim
📼;vhs videocassette;old school tape vcr video;băng_video;vhs
🔍;mag magnifying_glass_tilted_left;lab left_pointing science search tool;kính_phóng_đại_nghiêng_sang_trái;dụng_cụ tìm_kiếm
🔎;mag_right magnifying_glass_tilted_right;contact lab right_pointing science search tool;kính_lúp_nghiêng_sang_phải;dụng_cụ kính_phóng_đại_nghiêng_sang_phải phóng_đại tìm_kiếm
🕯️;candle;light;nến;ánh_sáng
💡;bulb light_bulb;comic electric idea;ý_tưởng bóng_đèn;hài_hước ánh_sáng điện
🔦;flashlight;electric light tool torch;đèn_pin;dụng_cụ ánh_sáng điện
🏮;izakaya_lantern lantern red_paper_lantern;bar light restaurant;đèn_lồng_giấy_màu_đỏ;quán_bar
🪔;diya_lamp;light oil;đèn_diya;dầu
📔;notebook_with_decorative_cover;book decorated education school writing;sổ_ghi_chép_có_bìa_trang_trí;sách
📕;closed_book;education;sách_đóng;giáo_dục
📖;book open_book;education fantasy knowledge library novels reading;sách_đang_mở;
📗;green_book;education fantasy library reading;sách_màu_lục;giáo_dục thư_viện xanh_lục
📘;blue_book;education fantasy library reading;sách_màu_lam;xanh_lam
📙;orange_book;education fantasy library reading;sách_màu_cam;
📚;books;book education fantasy knowledge library novels reading school study;sách;học_tập thư_viện tri_thức trường_học đọc
📓;notebook;;sổ_ghi_chép;
📒;ledger;notebook;sổ_cái;sổ_ghi_chép
📃;page_with_curl;document paper;trang_bị_quăn;tài_liệu
📜;scroll;paper;cuộn_sách;cuộn_giấy giấy
📄;page_facing_up;document paper;trang_hướng_lên_trên;tài_liệu
📰;newspaper;communication news paper;báo;tin_tức tạp_chí
🗞️;newspaper_roll rolled_up_newspaper;news paper;tờ_báo_được_cuộn_tròn;báo_giấy tạp_chí
📑;bookmark_tabs;mark marker;tab_dấu_trang;đánh_dấu
🔖;bookmark;mark;đánh_dấu_trang;
🏷️;label;tag;nhãn;
🪙;coin;dollar euro gold metal money rich silver treasure;đồng_tiền;bạc euro giàu kho_báu kim_loại vàng đô_la
💴;yen yen_banknote;bank bill currency money note;tiền_giấy_yên;hoá_đơn tiền_tệ
💵;dollar dollar_banknote;bank bill currency money note;tiền_giấy_đô_la;hoá_đơn tiền_tệ
💶;euro euro_banknote;100 bank bill currency money note rich;tiền_giấy_euro;hoá_đơn tiền_tệ
💷;pound pound_banknote;bank bill billion cash currency money note pounds;tiền_giấy_bảng;hoá_đơn tiền_tệ
💸;money_with_wings;bank banknote bill billion cash dollar fly million note pay;tiền_có_cánh;bay tiền_giấy đô_la
💳;credit_card;bank cash charge money pay;thẻ_tín_dụng;ngân_hàng thanh_toán tiền
🧾;receipt;accounting bookkeeping evidence invoice proof;biên_nhận;chứng_từ ghi_sổ_sách giấy_tờ_chứng_thực hóa_đơn kế_toán
💹;chart chart_increasing_with_yen;bank currency graph growth market money rise trend upward;biểu_đồ_đồng_yên_tăng;tiền
✉️;envelope;e_mail email letter;phong_bì;email thư
📧;e_mail email;letter;;thư
📨;incoming_envelope;delivering e_mail email letter mail receive sent;phong_bì_thư_đến;email nhận
📩;envelope_with_arrow;communication down e_mail email letter mail outgoing send sent;phong_bì_với_mũi_tên;email thư_đi
📤;outbox_tray;box email letter mail sent;khay_thư_đi;hộp hộp_thư_đi đã_gửi
📥;inbox_tray;box email letter mail receive zero;khay_thư_đến;hộp hộp_thư_đến nhận
📦;package;box communication delivery parcel shipping;gói;bưu_kiện hộp
📫;mailbox closed_mailbox_with_raised_flag;communication mail postbox;hộp_thư_được_đóng_với_lá_cờ_đứng;hòm_thư
📪;mailbox_closed closed_mailbox_with_lowered_flag;mail postbox;hộp_thư_được_đóng_với_lá_cờ_nằm_ngang;hòm_thư
📬;mailbox_with_mail open_mailbox_with_raised_flag;postbox;hộp_thư_được_mở_với_lá_cờ_đứng;hòm_thư
📭;mailbox_with_no_mail open_mailbox_with_lowered_flag;postbox;hộp_thư_được_mở_với_lá_cờ_nằm_ngang;hòm_thư
📮;postbox;mail mailbox;hòm_thư;hộp_thư
🗳️;ballot_box ballot_box_with_ballot;;hòm_phiếu_với_lá_phiếu;thùng_phiếu
✏️;pencil2;pencil;bút_chì;văn_phòng_phẩm
✒️;black_nib;pen;ngòi_bút_đen;bút_mực
🖋️;fountain_pen lower_left_fountain_pen;;bút_máy;
🖊️;pen lower_left_ballpoint_pen;;bút;bút_bi
🖌️;paintbrush lower_left_paintbrush;painting;cọ_vẽ_tranh;
🖍️;crayon lower_left_crayon;;bút_sáp_màu;
📝;memo pencil;communication media notes;sổ_ghi_nhớ;bút_chì
💼;briefcase;office;cặp_tài_liệu;văn_phòng
📁;file_folder;;thư_mục_tệp;
📂;open_file_folder;;thư_mục_tệp_mở;
🗂️;card_index_dividers;;dụng_cụ_chia_chỉ_mục_thẻ;
📅;date;;lịch;ngày
📆;calendar tear_off_calendar;;quyển_lịch_bloc;
🗒️;spiral_notepad spiral_note_pad;;sổ_ghi_chú_gáy_xoắn;
🗓️;spiral_calendar spiral_calendar_pad;;lịch_gáy_xoắn;
📇;card_index;old rolodex school;chỉ_mục_thẻ;hộp_danh_thiếp
📈;chart_with_upwards_trend chart_increasing;data graph growth right up upward;biểu_đồ_tăng;tăng_lên tăng_trưởng xu_hướng đồ_thị
📉;chart_with_downwards_trend chart_decreasing;data down downward graph negative;biểu_đồ_giảm;xu_hướng xuống đồ_thị
📊;bar_chart;data graph;biểu_đồ_thanh;đồ_thị
📋;clipboard;do list notes;bảng_ghi_nhớ;ghi_chú việc_cần_làm
📌;pushpin;collage pin;ghim đinh_ghim;cái_ghim
📍;round_pushpin;location map pin;đinh_ghim_hình_tròn;
📎;paperclip;;kẹp_giấy;
🖇️;paperclips linked_paperclips;link paperclip;kẹp_giấy_được_nối;
📏;straight_ruler;angle edge math straightedge;thước_thẳng;cạnh_thẳng thước_kẻ toán
📐;triangular_ruler;angle math rule set slide triangle;thước_tam_giác;bộ thước_kẻ
✂️;scissors;cut cutting paper tool;kéo;cắt dụng_cụ
🗃️;card_file_box;;hộp_đựng_hồ_sơ;thẻ tệp
🗄️;file_cabinet;filing paper;tủ_hồ_sơ;tệp
🗑️;wastebasket;can garbage trash waste;sọt_rác;
🔒;lock locked;closed private;khóa;riêng_tư đóng
🔓;unlock unlocked;cracked lock open;mở_khóa;
🔏;lock_with_ink_pen locked_with_pen;nib privacy;khóa_với_bút;mực ngòi_bút riêng_tư
🔐;closed_lock_with_key locked_with_key;bike secure;khóa_với_chìa;bảo_mật đóng
🔑;key;keys lock major password unlock;chìa_khóa;mật_khẩu
🗝️;old_key;clue lock;chìa_khóa_cũ;đầu_mối
🔨;hammer;home improvement repairs tool;búa;dụng_cụ sửa_chữa
🪓;axe;ax chop hatchet split wood;rìu;bổ bổ_đôi chém chặt gỗ rìu_nhỏ
⛏️;pick;hammer mining tool;búa_chim;dụng_cụ khai_mỏ
⚒️;hammer_and_pick;tool;búa_và_búa_chim;dụng_cụ
🛠️;hammer_and_wrench;spanner tool;búa_và_cờ_lê;chìa_vặn dụng_cụ
🗡️;dagger dagger_knife;weapon;dao_găm;nguy_hiểm vũ_khí
⚔️;crossed_swords;weapon;kiếm_bắt_chéo;vũ_khí
💣;bomb;boom comic dangerous explosion hot;bom;hài_hước nguy_hiểm nổ
🪃;boomerang;rebound repercussion weapon;bumơrang;australia boomerang bật_lại dội_lại thổ_dân vũ_khí
🏹;bow_and_arrow;archer archery sagittarius tool weapon zodiac;cung_tên;cung_hoàng_đạo cung_thủ mũi_tên nhân_mã
🛡️;shield;weapon;cái_khiên;vũ_khí
🪚;carpentry_saw;carpenter cut lumber tool trim;cưa_mộc;cắt dụng_cụ gỗ_xẻ thợ_mộc
🔧;wrench;home improvement spanner tool;cờ_lê;chìa_vặn dụng_cụ
🪛;screwdriver;flathead handy screw tool;tua_vít;bắt_vít dụng_cụ đầu_phẳng
🔩;nut_and_bolt;home improvement tool;đai_ốc_và_bu_lông;dụng_cụ
⚙️;gear;cog cogwheel tool;bánh_răng;dụng_cụ
🗜️;clamp compression;compress tool vice;cái_kẹp;cặp dụng_cụ nén
⚖️;balance_scale scales;justice libra tool weight zodiac;cân_thăng_bằng;cung_hoàng_đạo công_lý thiên_bình
🦯;probing_cane white_cane;accessibility blind;gậy_dò_đường;hỗ_trợ_tiếp_cận khiếm_thị mù
🔗;link;links;mắt_xích;
⛓️‍💥;broken_chain;break breaking cuffs freedom;xích_bị_đứt;bẻ_gãy còng_tay làm_đứt tự_do
⛓️;chains;chain;dây_xích;
🪝;hook;catch crook curve ensnare point selling;móc;bẫy bắt cái_móc điểm_bán_hàng đường_cong
🧰;toolbox;box chest mechanic red tool;hộp_dụng_cụ;cơ_khí hòm thợ_máy
🧲;magnet;attraction horseshoe magnetic negative positive shape u;nam_châm;chữ_u móng_ngựa sức_hút từ_tính âm_dương
🪜;ladder;climb rung step;thang;bậc_thang leo_trèo nấc
⚗️;alembic;chemistry tool;bình_chưng_cất;dụng_cụ hóa_học
🧪;test_tube;chemist chemistry experiment lab science;ống_nghiệm;hóa_học khoa_học nhà_hóa_học phòng_thí_nghiệm thí_nghiệm
🧫;petri_dish;bacteria biologist biology culture lab;đĩa_petri;nhà_sinh_vật_học nuôi_cấy phòng_thí_nghiệm sinh_vật_học vi_khuẩn
🧬;dna;biologist evolution gene genetics life;adn;di_truyền gien nhà_sinh_vật_học sự_sống tiến_hóa
🔬;microscope;experiment lab science tool;kính_hiển_vi;dụng_cụ khoa_học thí_nghiệm
🔭;telescope;contact extraterrestrial science tool;kính_viễn_vọng;dụng_cụ khoa_học
📡;satellite satellite_antenna;aliens contact dish science;ăng_ten_vệ_tinh;đĩa
💉;syringe;doctor flu medicine needle shot sick tool vaccination;ống_tiêm;bệnh kim thuốc vắc_xin
🩸;drop_of_blood;bleed donation injury medicine menstruation;giọt_máu;chu_kỳ_kinh_nguyệt chấn_thương hiến_máu thuốc y_tế
💊;pill;doctor drugs medicated medicine pills sick vitamin;viên_thuốc;bác_sĩ bệnh vitamin
🩹;adhesive_bandage;;băng_dính;băng_dán_y_tế băng_vết_thương
🩼;crutch;aid cane disability help hurt injured mobility stick;nạng;gậy gậy_chống hỗ_trợ_di_chuyển khuyết_tật đau
🩺;stethoscope;doctor heart medicine;ống_nghe;bác_sĩ tim y_tế
🩻;x_ray;bones doctor medical skeleton skull xray;x_quang;bác_sĩ bộ_xương xương y_tế
🚪;door;back closet front;cửa;cửa_sau cửa_trước
🛗;elevator;accessibility hoist lift;thang_máy;khả_năng_tiếp_cận kéo_lên nhấc
🪞;mirror;makeup reflection reflector speculum;gương;gương_phản_xạ phản_chiếu phản_xạ phản_ánh trang_điểm
🪟;window;air frame fresh opening transparent view;cửa_sổ;khung không_khí_trong_lành mở trong_suốt xem
🛏️;bed;hotel sleep;giường;khách_sạn ngủ
🛋️;couch_and_lamp;hotel;ghế_dài_và_đèn;khách_sạn đi_văng
🪑;chair;seat sit;ghế;chỗ_ngồi ngồi
🚽;toilet;bathroom;bồn_cầu;bệ_xí
🪠;plunger;cup force plumber poop suction toilet;dụng_cụ_thông_tắc;hút lực_cốc nhà_vệ_sinh thợ_sửa_ống_nước
🚿;shower;water;vòi_hoa_sen;nước
🛁;bathtub;bath;bồn_tắm;
🪤;mouse_trap;bait cheese lure mousetrap snare;bẫy_chuột;mồi pho_mát
🪒;razor;sharp shave;dao_cạo;cạo_râu dao_cạo_râu sắc
🧴;lotion_bottle;moisturizer shampoo sunscreen;chai_sữa_dưỡng_da;dầu_gội kem_chống_nắng kem_dưỡng_ẩm
🧷;safety_pin;diaper punk rock;ghim_băng;chất_thải tã
🧹;broom;cleaning sweeping witch;cây_chổi;làm_sạch phù_thủy quét quét_dọn
🧺;basket;farming laundry picnic;cái_giỏ;dã_ngoại giặt_ủi trồng_trọt
🧻;roll_of_paper;toilet towels;cuộn_giấy;giấy_toilet giấy_vệ_sinh
🪣;bucket;cask pail vat;xô;thùng thùng_to
🧼;soap;bar bathing clean cleaning lather soapdish;xà_phòng;bánh tắm vệ_sinh xà_phòng_bánh xát_xà_phòng
🫧;bubbles;bubble burp clean floating pearl soap underwater;bong_bóng;dưới_nước sạch_sẽ xà_phòng ợ_hơi
🪥;toothbrush;bathroom brush clean dental hygiene teeth toiletry;bàn_chải_răng;nha_khoa phòng_tắm sạch_sẽ vệ_sinh
🧽;sponge;absorbing cleaning porous soak;bọt_biển;hút hấp_thụ làm_sạch vệ_sinh xốp
🧯;fire_extinguisher;extinguish quench;bình_chữa_cháy;cứu_hỏa dập dập_tắt lửa
🛒;shopping_cart shopping_trolley;;xe_mua_hàng;xe_đẩy
🚬;smoking cigarette;;thuốc_lá;hút_thuốc
⚰️;coffin;dead death vampire;quan_tài;cái_chết
🪦;headstone;cemetery dead grave graveyard memorial rip tomb tombstone;bia_mộ;an_nghỉ nghĩa_trang nghĩa_địa
⚱️;funeral_urn;ashes death;bình_đựng_tro_cốt;bình_đựng_di_cốt cái_chết tang_lễ
🧿;nazar_amulet;bead blue charm evil_eye talisman;bùa_may_mắn_nazar;hạt mê_hoặc mắt_ác nhìn
🪬;hamsa;amulet fatima fortune guide hand mary miriam palm protect protection;;bùa_hộ_mệnh fatima mary miriam sự_bảo_vệ tay
🗿;moyai moai;face statue stoneface travel;tượng_moai;bức_tượng khuôn_mặt tượng_moyai
🪧;placard;card demonstration notice picket plaque protest sign;bảng_hiệu;biển_hiệu cọc phản_đối thông_báo thẻ thể_hiện
🪪;identification_card;credentials document id license security;thẻ_nhận_dạng;bảo_mật cccd chứng_minh_nhân_dân cmnd căn_cước_công_dân giấy_phép
🏧;atm atm_sign;automated bank cash money teller;ký_hiệu_atm;máy_rút_tiền ngân_hàng tự_động
🚮;put_litter_in_its_place litter_in_bin_sign;litterbin;ký_hiệu_bỏ_rác_vào_thùng;xả_rác
🚰;potable_water;drinking;nước_uống;uống_được
♿;wheelchair wheelchair_symbol;access handicap;biểu_tượng_xe_lăn;lối_vào người_khuyết_tật
🚹;mens men_s_room;bathroom lavatory man restroom toilet wc;nhà_vệ_sinh_nam;phòng_vệ_sinh wc
🚺;womens women_s_room;bathroom lavatory restroom toilet wc woman;nhà_vệ_sinh_nữ;phòng_vệ_sinh wc
🚻;restroom;bathroom lavatory toilet wc;nhà_vệ_sinh;phòng_vệ_sinh wc
🚼;baby_symbol;changing;biểu_tượng_trẻ_em;thay_đồ
🚾;wc water_closet;bathroom lavatory restroom toilet;;nhà_vệ_sinh nước phòng_vệ_sinh wc
🛂;passport_control;;kiểm_soát_hộ_chiếu;
🛃;customs;packing;hải_quan;
🛄;baggage_claim;arrived bags case checked journey packing plane ready travel trip;nơi_nhận_hành_lý;
🛅;left_luggage;baggage case locker;hành_lý_bỏ_quên;tủ_khóa
⚠️;warning;caution;cảnh_báo;thận_trọng
🚸;children_crossing;child pedestrian traffic;qua_đường_cho_trẻ_em;cho_người_đi_bộ giao_thông đi_qua
⛔;no_entry;do fail forbidden not pass prohibited traffic;cấm_vào;giao_thông không_cho_phép lối_vào
🚫;no_entry_sign prohibited;forbidden not smoke;bị_cấm;không không_có lối_vào
🚳;no_bicycles;bicycle bike forbidden not prohibited;cấm_xe_đạp;bị_cấm bị_nghiêm_cấm không
🚭;no_smoking;forbidden not prohibited smoke;cấm_hút_thuốc;bị_cấm bị_nghiêm_cấm không
🚯;do_not_litter no_littering;forbidden prohibited;cấm_xả_rác;bị_cấm bị_nghiêm_cấm không
🚱;non_potable_water;dry non_drinking prohibited;nước_không_uống_được;không_dùng_để_uống
🚷;no_pedestrians;forbidden not pedestrian prohibited;cấm_người_đi_bộ;không không_cho_phép không_có
📵;no_mobile_phones;cell forbidden not phone prohibited telephone;cấm_điện_thoại_di_động;không
🔞;underage no_one_under_eighteen;18 age forbidden not prohibited restriction;cấm_người_dưới_18_tuổi;giới_hạn_độ_tuổi mười_tám vị_thành_niên
☢️;radioactive radioactive_sign;;phóng_xạ;ký_hiệu
☣️;biohazard biohazard_sign;;nguy_hiểm_sinh_học;ký_hiệu
⬆️;arrow_up up_arrow;cardinal direction north;mũi_tên_lên;bắc chính hướng
↗️;arrow_upper_right up_right_arrow;direction intercardinal northeast;mũi_tên_lên_bên_phải;hướng nhiều_hướng đông_bắc
➡️;arrow_right right_arrow;cardinal direction east;mũi_tên_phải;chính hướng đông
↘️;arrow_lower_right down_right_arrow;direction intercardinal southeast;mũi_tên_xuống_bên_phải;hướng nhiều_hướng đông_nam
⬇️;arrow_down down_arrow;cardinal direction south;mũi_tên_xuống;chính hướng nam
↙️;arrow_lower_left down_left_arrow;direction intercardinal southwest;mũi_tên_xuống_bên_trái;hướng nhiều_hướng tây_nam
⬅️;arrow_left left_arrow;cardinal direction west;mũi_tên_trái;chiều_hướng chính hướng_tây tây
↖️;arrow_upper_left up_left_arrow;direction intercardinal northwest;mũi_tên_lên_bên_trái;hướng nhiều_hướng tây_bắc
↕️;arrow_up_down up_down_arrow;;mũi_tên_lên_xuống;mũi_tên_hai_chiều mũi_tên_hai_hướng
↔️;left_right_arrow;;mũi_tên_trái_phải;mũi_tên_hai_chiều mũi_tên_hai_hướng
↩️;leftwards_arrow_with_hook right_arrow_curving_left;;mũi_tên_phải_cong_sang_trái;
↪️;arrow_right_hook left_arrow_curving_right;;mũi_tên_trái_cong_sang_phải;
⤴️;arrow_heading_up right_arrow_curving_up;;mũi_tên_phải_cong_lên;
⤵️;arrow_heading_down right_arrow_curving_down;;mũi_tên_phải_cong_xuống;
🔃;arrows_clockwise clockwise_vertical_arrows;arrow refresh reload;mũi_tên_thẳng_đứng_theo_chiều_kim_đồng_hồ;tải_lại
🔄;arrows_counterclockwise counterclockwise_arrows_button;again anticlockwise arrow deja refresh rewindershins vu;nút_mũi_tên_ngược_chiều_kim_đồng_hồ;làm_mới tua_lại
🔙;back back_arrow;;mũi_tên_back;
🔚;end end_arrow;;mũi_tên_end;
🔛;on on_arrow;mark;mũi_tên_on;dấu
🔜;soon soon_arrow;brb omw;mũi_tên_soon;
🔝;top top_arrow;homie up;mũi_tên_top;lên
🛐;place_of_worship;pray religion;nơi_thờ_phụng;tôn_giáo tôn_sùng
⚛️;atom_symbol;atheist;biểu_tượng_nguyên_tử;người_vô_thần
🕉️;om om_symbol;hindu religion;;hindu tôn_giáo
✡️;star_of_david;jew jewish judaism religion;ngôi_sao_sáu_cánh;david do_thái người_do_thái tôn_giáo
☸️;wheel_of_dharma;buddhist religion;pháp_luân;bánh_xe phật_giáo tôn_giáo đạo_phật
☯️;yin_yang;difficult lives religion tao taoist total yinyang;âm_dương;người_theo_đạo tôn_giáo đạo
✝️;latin_cross;christ christian religion;thánh_giá_la_tinh;chữ_thập cơ_đốc tôn_giáo
☦️;orthodox_cross;christian religion;thập_giá_chính_thống_giáo;cơ_đốc tôn_giáo
☪️;star_and_crescent;islam muslim ramadan religion;sao_và_trăng_lưỡi_liềm;hồi_giáo người_theo_đạo_hồi tôn_giáo
☮️;peace_symbol;healing peaceful;biểu_tượng_hòa_bình;
🕎;menorah menorah_with_nine_branches;candelabrum candlestick hanukkah jewish judaism religion;cây_đèn_menorah;cây_đèn_nến giá_đỡ_nến tôn_giáo
🔯;six_pointed_star dotted_six_pointed_star;fortune jewish judaism;ngôi_sao_sáu_cánh_có_dấu_chấm;may_mắn
🪯;khanda;deg fateh khalsa religion sikh sikhism tegh;biểu_tượng_khanda;deg_tegh_fateh khalsa sikh sikh_giáo tôn_giáo đức_tin
♈;aries;horoscope ram zodiac;bạch_dương;chòm_sao chòm_sao_bạch_dương cung_hoàng_đạo cừu_đực lá_số_tử_vi
♉;taurus;bull horoscope ox zodiac;kim_ngưu;bò_đực chòm_sao cung_hoàng_đạo lá_số_tử_vi
♊;gemini;horoscope twins zodiac;song_tử;cung_hoàng_đạo lá_số_tử_vi song_sinh
♋;cancer;crab horoscope zodiac;cự_giải;con_cua cung_hoàng_đạo lá_số_tử_vi
♌;leo;horoscope lion zodiac;sư_tử;cung_hoàng_đạo lá_số_tử_vi
♍;virgo;horoscope zodiac;xử_nữ;cung_hoàng_đạo lá_số_tử_vi
♎;libra;balance horoscope justice scales zodiac;thiên_bình;cung_hoàng_đạo cân cân_đối công_bằng lá_số_tử_vi
♏;scorpius scorpio;horoscope scorpion zodiac;bọ_cạp;cung_bọ_cạp cung_hoàng_đạo lá_số_tử_vi thiên_yết
♐;sagittarius;archer horoscope zodiac;nhân_mã;cung_hoàng_đạo lá_số_tử_vi người_bắn_cung
♑;capricorn;goat horoscope zodiac;ma_kết;con_dê cung_hoàng_đạo lá_số_tử_vi
♒;aquarius;bearer horoscope water zodiac;bảo_bình;cung_hoàng_đạo lá_số_tử_vi người_mang nước
♓;pisces;fish horoscope zodiac;song_ngư;con_cá cung_hoàng_đạo lá_số_tử_vi
⛎;ophiuchus;bearer serpent snake zodiac;xà_phu;con_rắn cung_hoàng_đạo người_mang rắn
🔀;twisted_rightwards_arrows shuffle_tracks_button;arrow crossed;nút_xáo_trộn_bài;bắt_chéo mũi_tên
🔁;repeat repeat_button;arrow clockwise;nút_lặp_lại;chiều_kim_đồng_hồ mũi_tên
🔂;repeat_one repeat_single_button;arrow clockwise once;nút_lặp_lại_một_lần;chiều_kim_đồng_hồ mũi_tên
▶️;arrow_forward play_button;right triangle;nút_phát;bên_phải mũi_tên tam_giác
⏩;fast_forward fast_forward_button;arrow double;nút_tua_đi_nhanh;kép mũi_tên mũi_tên_kép phía_trước
⏭️;next_track_button black_right_pointing_double_triangle_with_vertical_bar;arrow scene;nút_bài_tiếp_theo;cảnh_tiếp_theo mũi_tên tam_giác
⏯️;play_or_pause_button black_right_pointing_triangle_with_double_vertical_bar;arrow;nút_phát_hoặc_tạm_dừng;bên_phải mũi_tên tam_giác
◀️;arrow_backward reverse_button;left triangle;nút_tua_lại;mũi_tên tam_giác trái
⏪;rewind fast_reverse_button;arrow double;nút_tua_lại_nhanh;kép mũi_tên mũi_tên_kép
⏮️;previous_track_button black_left_pointing_double_triangle_with_vertical_bar last_track_button;arrow scene;nút_bài_trước;cảnh_trước mũi_tên nút_bài_cuối_cùng tam_giác
🔼;arrow_up_small upwards_button;red;nút_đi_lên;mũi_tên đỏ
⏫;arrow_double_up fast_up_button;;nút_lên_nhanh;kép mũi_tên mũi_tên_kép
🔽;arrow_down_small downwards_button;red;nút_đi_xuống;mũi_tên đỏ
⏬;arrow_double_down fast_down_button;;nút_xuống_nhanh;kép mũi_tên mũi_tên_kép
⏸️;pause_button double_vertical_bar;;nút_tạm_dừng;dọc kép thanh
⏹️;stop_button black_square_for_stop;;nút_dừng;hình_vuông
⏺️;record_button black_circle_for_record;;nút_ghi;ghi_lại hình_tròn
⏏️;eject_button eject;;nút_tháo;
🎦;cinema;camera film movie;rạp_chiếu_phim;bộ_phim máy_quay máy_ảnh phim_ảnh
🔅;low_brightness dim_button;;nút_mờ;thấp độ_sáng
🔆;high_brightness bright_button;light;nút_sáng;độ_sáng
📶;signal_strength antenna_bars;bar cell communication mobile phone telephone;vạch_ăng_ten;di_động điện_thoại
🛜;wireless;broadband computer connectivity hotspot internet network router smartphone wi_fi wifi wlan;không_dây;băng_thông_rộng bộ_định_tuyến hotspot internet kết_nối máy_tính mạng mạng_lan wifi điện_thoại_thông_minh
📳;vibration_mode;cell communication mobile phone telephone;chế_độ_rung;di_động điện_thoại điện_thoại_di_động
📴;mobile_phone_off;cell telephone;tắt_điện_thoại_di_động;
♀️;female_sign;woman;ký_hiệu_nữ;phụ_nữ
♂️;male_sign;man;ký_hiệu_nam;đàn_ông
⚧️;transgender_symbol;;biểu_tượng_chuyển_giới;người_chuyển_giới
✖️;heavy_multiplication_x multiply;cancel sign ;dấu_nhân;hủy x 
➕;heavy_plus_sign plus;;cộng; dấu toán
➖;heavy_minus_sign minus; math ;trừ; dấu toán 
➗;heavy_division_sign divide;math ;dấu_chia;toán 
🟰;heavy_equals_sign;answer equal equality math;dấu_bằng_đậm;toán
♾️;infinity;forever unbounded universal;vô_cực;mãi_mãi toàn_cầu vô_tận
‼️;bangbang double_exclamation_mark;  punctuation;hai_dấu_chấm_than;chấm_câu
⁉️;interrobang exclamation_question_mark;   punctuation;dấu_chấm_than_và_dấu_chấm_hỏi;chấm_câu
❓;question red_question_mark; punctuation;dấu_chấm_hỏi;chấm_câu
❔;grey_question white_question_mark; outlined punctuation;dấu_chấm_hỏi_màu_trắng;chấm_câu mờ
❕;grey_exclamation white_exclamation_mark; outlined punctuation;dấu_chấm_than_màu_trắng;cảm_thán mờ
❗;exclamation heavy_exclamation_mark red_exclamation_mark; punctuation;dấu_chấm_than_đỏ; cảm_thán
〰️;wavy_dash;punctuation;dấu_gạch_ngang_lượn_sóng;
💱;currency_exchange;bank money;đổi_tiền;ngân_hàng tiền_tệ
💲;heavy_dollar_sign;billion cash charge currency million money pay;ký_hiệu_đô_la_đậm;tiền tiền_tệ
⚕️;medical_symbol staff_of_aesculapius;medicine;biểu_tượng_y_tế;cán_bộ rắn_thần y_học
♻️;recycle recycling_symbol;;biểu_tượng_tái_chế;
⚜️;fleur_de_lis;knights;hoa_diên_vĩ;hiệp_sĩ hoa_bách_hợp
🔱;trident trident_emblem;anchor poseidon ship tool;biểu_tượng_đinh_ba;công_cụ neo tàu
📛;name_badge;;thẻ_tên;
🔰;beginner japanese_symbol_for_beginner;chevron green leaf tool yellow;ký_hiệu_của_nhật_cho_người_mới_bắt_đầu;hình_v lá
⭕;o hollow_red_circle;heavy large;vòng_tròn_lớn_đậm;o
☑️;ballot_box_with_check check_box_with_check;checked done off tick ;hộp_kiểm_có_dấu_chọn;dấu_tích hoàn_thành 
✔️;heavy_check_mark check_mark;checked checkmark done tick ;dấu_chọn;dấu_kiểm dấu_tích 
❌;x cross_mark;cancel multiplication multiply ;dấu_gạch_chéo;hủy nhân x
❎;negative_squared_cross_mark cross_mark_button;multiplication multiply square x ;nút_dấu_gạch_chéo;dấu_nhân hình_vuông
➰;curly_loop;curl;vòng_lặp;cong
➿;loop double_curly_loop;curl;vòng_lặp_đôi;cong kép vòng_lặp_kép
〽️;part_alternation_mark;;ký_hiệu_thay_đổi_luân_phiên;
✳️;eight_spoked_asterisk;;dấu_hoa_thị_tám_cánh;
✴️;eight_pointed_black_star eight_pointed_star;;ngôi_sao_tám_cánh;
❇️;sparkle;;lấp_lánh;
©️;copyright;c;bản_quyền;
®️;registered;r;đã_đăng_ký;
™️;tm trade_mark;trademark;nhãn_hiệu;dấu tm
#️⃣;hash keycap;;mũ_phím;
*️⃣;asterisk keycap_star;;mũ_phím;
0️⃣;zero keycap_0;;mũ_phím_0;không
1️⃣;one keycap_1;;mũ_phím_1;một
2️⃣;two keycap_2;;mũ_phím_2;hai
3️⃣;three keycap_3;;mũ_phím_3;ba
4️⃣;four keycap_4;;mũ_phím_4;bốn
5️⃣;five keycap_5;;mũ_phím_5;năm
6️⃣;six keycap_6;;mũ_phím_6;sáu
7️⃣;seven keycap_7;;mũ_phím_7;bảy
8️⃣;eight keycap_8;;mũ_phím_8;tám
9️⃣;nine keycap_9;;mũ_phím_9;chín
🔟;keycap_ten keycap_10;;mũ_phím_10;
🔠;capital_abcd input_latin_uppercase;letters;nhập_chữ_hoa_la_tinh;abcd
🔡;abcd input_latin_lowercase;letters;nhập_chữ_thường_la_tinh;abcd
🔢;1234 input_numbers;;nhập_số;1234
🔣;symbols input_symbols;   ;nhập_biểu_tượng;
🔤;abc input_latin_letters;alphabet;nhập_chữ_cái_la_tinh;abc bảng_chữ_cái
🅰️;a a_button_blood_type;;nút_a_nhóm_máu;
🆎;ab ab_button_blood_type;;nút_ab_nhóm_máu;
🅱️;b b_button_blood_type;;nút_b_nhóm_máu;
🆑;cl cl_button;;nút_cl;
🆒;cool cool_button;;nút_cool;mát
🆓;free free_button;;nút_free;
ℹ️;information_source information;i;thông_tin;i
🆔;id id_button;identity;nút_id;danh_tính
Ⓜ️;m circled_m;circle;chữ_m_trong_vòng_tròn;
🆕;new new_button;;nút_new;mới
🆖;ng ng_button;;nút_ng;
🅾️;o2 o_button_blood_type;;nút_o_nhóm_máu;
🆗;ok ok_button;okay;nút_ok;
🅿️;parking p_button;;nút_p;đỗ_xe
🆘;sos sos_button;help;nút_sos;trợ_giúp
🆙;up up_button;mark;nút_up;dấu
🆚;vs vs_button;versus;nút_vs;đấu_với
🈁;koko japanese_here_button;katakana;nút_tiếng_nhật_tại_đây;katakana
🈂️;sa japanese_service_charge_button;katakana;nút_tiếng_nhật_phí_dịch_vụ;katakana
🈷️;u6708 japanese_monthly_amount_button;ideograph;nút_tiếng_nhật_số_tiền_hàng_tháng;chữ_tượng_hình
🈶;u6709 japanese_not_free_of_charge_button;ideograph;nút_tiếng_nhật_không_miễn_phí;chữ_tượng_hình
🈯;u6307 japanese_reserved_button;ideograph;nút_tiếng_nhật_đặt_trước;chữ_tượng_hình
🉐;ideograph_advantage japanese_bargain_button;;nút_tiếng_nhật_mặc_cả;chữ_tượng_hình
🈹;u5272 japanese_discount_button;ideograph;nút_tiếng_nhật_giảm_giá;chữ_tượng_hình
🈚;u7121 japanese_free_of_charge_button;ideograph;nút_tiếng_nhật_miễn_phí;chữ_tượng_hình
🈲;u7981 japanese_prohibited_button;ideograph;nút_tiếng_nhật_bị_cấm;chữ_tượng_hình
🉑;accept japanese_acceptable_button;ideograph;nút_tiếng_nhật_có_thể_chấp_nhận;chữ_tượng_hình
🈸;u7533 japanese_application_button;ideograph;nút_tiếng_nhật_đơn_xin;chữ_tượng_hình
🈴;u5408 japanese_passing_grade_button;ideograph;nút_tiếng_nhật_vượt_cấp;chữ_tượng_hình
🈳;u7a7a japanese_vacancy_button;ideograph;nút_tiếng_nhật_còn_trống;chữ_tượng_hình
㊗️;congratulations japanese_congratulations_button;ideograph;nút_tiếng_nhật_chúc_mừng;chúc_mừng_bằng_tiếng_nhật chữ_tượng_hình
㊙️;secret japanese_secret_button;ideograph;nút_tiếng_nhật_bí_mật;chữ_tượng_hình
🈺;u55b6 japanese_open_for_business_button;ideograph;nút_tiếng_nhật_mở_cửa_kinh_doanh;chữ_tượng_hình
🈵;u6e80 japanese_no_vacancy_button;ideograph;nút_hết_phòng_bằng_tiếng_nhật;chữ_tượng_hình
🔴;red_circle;geometric;hình_tròn_màu_đỏ;hình_học
🟠;orange_circle large_orange_circle;;hình_tròn_màu_cam;da_cam vòng_tròn
🟡;yellow_circle large_yellow_circle;;hình_tròn_màu_vàng;vòng_tròn
🟢;green_circle large_green_circle;;hình_tròn_màu_xanh_lá_cây;vòng_tròn xanh_lục
🔵;large_blue_circle blue_circle;geometric;hình_tròn_màu_lam;hình_học
🟣;purple_circle large_purple_circle;;hình_tròn_màu_tím;tía vòng_tròn
🟤;brown_circle large_brown_circle;;hình_tròn_màu_nâu;vòng_tròn
⚫;black_circle;geometric;hình_tròn_màu_đen;hình_học
⚪;white_circle;geometric;hình_tròn_màu_trắng;hình_học
🟥;red_square large_red_square;card penalty;hình_vuông_màu_đỏ;ô_vuông
🟧;orange_square large_orange_square;;hình_vuông_màu_cam;da_cam ô_vuông
🟨;yellow_square large_yellow_square;card penalty;hình_vuông_màu_vàng;ô_vuông
🟩;green_square large_green_square;;hình_vuông_màu_xanh_lá_cây;xanh_lục ô_vuông
🟦;blue_square large_blue_square;;hình_vuông_màu_xanh_da_trời;màu_lam ô_vuông
🟪;purple_square large_purple_square;;hình_vuông_màu_tím;màu_tía ô_vuông
🟫;brown_square large_brown_square;;hình_vuông_màu_nâu;ô_vuông
⬛;black_large_square;geometric;hình_vuông_lớn_màu_đen;hình_học
⬜;white_large_square;geometric;hình_vuông_lớn_màu_trắng;hình_học
◼️;black_medium_square;geometric;hình_vuông_trung_bình_màu_đen;hình_học
◻️;white_medium_square;geometric;hình_vuông_trung_bình_màu_trắng;hình_học
◾;black_medium_small_square;geometric;hình_vuông_nhỏ_vừa_màu_đen;hình_học
◽;white_medium_small_square;geometric;hình_vuông_nhỏ_vừa_màu_trắng;hình_học
▪️;black_small_square;geometric;hình_vuông_nhỏ_màu_đen;hình_học
▫️;white_small_square;geometric;hình_vuông_nhỏ_màu_trắng;hình_học
🔶;large_orange_diamond;geometric;hình_thoi_lớn_màu_cam;hình_học
🔷;large_blue_diamond;geometric;hình_thoi_lớn_màu_lam;hình_học
🔸;small_orange_diamond;geometric;hình_thoi_nhỏ_màu_cam;hình_học
🔹;small_blue_diamond;geometric;hình_thoi_nhỏ_màu_lam;hình_học
🔺;small_red_triangle red_triangle_pointed_up;geometric;tam_giác_màu_đỏ_trỏ_lên_trên;hình_học
🔻;small_red_triangle_down red_triangle_pointed_down;geometric;tam_giác_màu_đỏ_trỏ_xuống_dưới;hình_học
💠;diamond_shape_with_a_dot_inside diamond_with_a_dot;comic geometric;hình_thoi_có_dấu_chấm;bên_trong hài_hước hình_học
🔘;radio_button;geometric;nút_radio;hình_học
🔳;white_square_button;geometric outlined;nút_hình_vuông_màu_trắng;hình_học mờ
🔲;black_square_button;geometric;nút_hình_vuông_màu_đen;hình_học
🏁;checkered_flag chequered_flag;finish flags game race racing sport win;cờ_ô_vuông;ca_rô chiến_thắng cuộc_đua thể_thao
🚩;triangular_flag_on_post triangular_flag;construction golf;cờ_tam_giác;xây_dựng đánh_dấu
🎌;crossed_flags;celebration cross japanese;cờ_bắt_chéo;gạch_chéo kiểu_nhật_bản lễ_kỷ_niệm
🏴;black_flag waving_black_flag;;cờ_đen;vẫy
🏳️;white_flag waving_white_flag;;cờ_trắng;vẫy
🏳️‍🌈;rainbow_flag;bisexual gay genderqueer glbt glbtq lesbian lgbt lgbtq lgbtqia pride queer trans transgender;cờ_cầu_vồng;chuyển_giới song_tính đồng_tính
🏳️‍⚧️;transgender_flag;blue light pink white;cờ_màu_xanh_hồng_và_trắng;người_chuyển_giới
🏴‍☠️;pirate_flag;jolly plunder roger treasure;cờ_cướp_biển;cướp_bóc hải_tặc jolly_roger kho_báu
🇦🇨;ascension_island flag_ac flag_ascension_island;;cờ_đảo_ascension;ac
🇦🇩;andorra flag_ad flag_andorra;;cờ_andorra;ad
🇦🇪;united_arab_emirates flag_ae flag_united_arab_emirates;;cờ_các_tiểu_vương_quốc_ả_rập_thống_nhất;ae
🇦🇫;afghanistan flag_af flag_afghanistan;;cờ_afghanistan;af
🇦🇬;antigua_barbuda flag_ag flag_antigua_barbuda;;cờ_antigua_và_barbuda;ag
🇦🇮;anguilla flag_ai flag_anguilla;;cờ_anguilla;ai
🇦🇱;albania flag_al flag_albania;;cờ_albania;al
🇦🇲;armenia flag_am flag_armenia;;cờ_armenia;am
🇦🇴;angola flag_ao flag_angola;;cờ_angola;ao
🇦🇶;antarctica flag_aq flag_antarctica;;cờ_nam_cực;aq
🇦🇷;argentina flag_ar flag_argentina;;cờ_argentina;ar
🇦🇸;american_samoa flag_as flag_american_samoa;;cờ_samoa_thuộc_mỹ;as
🇦🇹;austria flag_at flag_austria;;cờ_áo;at
🇦🇺;australia flag_au flag_australia;;cờ_úc;au
🇦🇼;aruba flag_aw flag_aruba;;cờ_aruba;aw
🇦🇽;aland_islands flag_ax flag_åland_islands;;cờ_quần_đảo_åland;ax
🇦🇿;azerbaijan flag_az flag_azerbaijan;;cờ_azerbaijan;az
🇧🇦;bosnia_herzegovina flag_ba flag_bosnia_herzegovina;;cờ_bosnia_và_herzegovina;ba
🇧🇧;barbados flag_bb flag_barbados;;cờ_barbados;bb
🇧🇩;bangladesh flag_bd flag_bangladesh;;cờ_bangladesh;bd
🇧🇪;belgium flag_be flag_belgium;;cờ_bỉ;be
🇧🇫;burkina_faso flag_bf flag_burkina_faso;;cờ_burkina_faso;bf
🇧🇬;bulgaria flag_bg flag_bulgaria;;cờ_bulgaria;bg
🇧🇭;bahrain flag_bh flag_bahrain;;cờ_bahrain;bh
🇧🇮;burundi flag_bi flag_burundi;;cờ_burundi;bi
🇧🇯;benin flag_bj flag_benin;;cờ_benin;bj
🇧🇱;st_barthelemy flag_bl flag_st_barthélemy;;cờ_st_barthélemy;bl
🇧🇲;bermuda flag_bm flag_bermuda;;cờ_bermuda;bm
🇧🇳;brunei flag_bn flag_brunei;;cờ_brunei;bn
🇧🇴;bolivia flag_bo flag_bolivia;;cờ_bolivia;bo
🇧🇶;caribbean_netherlands flag_bq flag_caribbean_netherlands;;cờ_ca_ri_bê_hà_lan;bq
🇧🇷;brazil flag_br flag_brazil;;cờ_brazil;br
🇧🇸;bahamas flag_bs flag_bahamas;;cờ_bahamas;bs
🇧🇹;bhutan flag_bt flag_bhutan;;cờ_bhutan;bt
🇧🇻;bouvet_island flag_bv flag_bouvet_island;;cờ_đảo_bouvet;bv
🇧🇼;botswana flag_bw flag_botswana;;cờ_botswana;bw
🇧🇾;belarus flag_by flag_belarus;;cờ_belarus;by
🇧🇿;belize flag_bz flag_belize;;cờ_belize;bz
🇨🇦;canada flag_ca flag_canada;;cờ_canada;ca
🇨🇨;cocos_islands flag_cc flag_cocos_keeling_islands;;cờ_quần_đảo_cocos_keeling;cc
🇨🇩;congo_kinshasa flag_cd flag_congo_kinshasa;;cờ_congo_kinshasa;cd
🇨🇫;central_african_republic flag_cf flag_central_african_republic;;cờ_cộng_hòa_trung_phi;cf
🇨🇬;congo_brazzaville flag_cg flag_congo_brazzaville;;cờ_congo_brazzaville;cg
🇨🇭;switzerland flag_ch flag_switzerland;;cờ_thụy_sĩ;ch
🇨🇮;cote_divoire flag_ci flag_côte_d_ivoire;;cờ_côte_d_ivoire;ci
🇨🇰;cook_islands flag_ck flag_cook_islands;;cờ_quần_đảo_cook;ck
🇨🇱;chile flag_cl flag_chile;;cờ_chile;cl
🇨🇲;cameroon flag_cm flag_cameroon;;cờ_cameroon;cm
🇨🇳;cn flag_cn flag_china;;cờ_trung_quốc;cn
🇨🇴;colombia flag_co flag_colombia;;cờ_colombia;
🇨🇵;clipperton_island flag_cp flag_clipperton_island;;cờ_đảo_clipperton;cp
🇨🇷;costa_rica flag_cr flag_costa_rica;;cờ_costa_rica;cr
🇨🇺;cuba flag_cu flag_cuba;;cờ_cuba;cu
🇨🇻;cape_verde flag_cv flag_cape_verde;;cờ_cape_verde;cv
🇨🇼;curacao flag_cw flag_curaçao;;cờ_curaçao;cw
🇨🇽;christmas_island flag_cx flag_christmas_island;;cờ_đảo_giáng_sinh;cx
🇨🇾;cyprus flag_cy flag_cyprus;;cờ_síp;cy
🇨🇿;czech_republic flag_cz flag_czechia;;cờ_séc;cz
🇩🇪;de flag_de flag_germany;;cờ_đức;de
🇩🇬;diego_garcia flag_dg flag_diego_garcia;;cờ_diego_garcia;dg
🇩🇯;djibouti flag_dj flag_djibouti;;cờ_djibouti;dj
🇩🇰;denmark flag_dk flag_denmark;;cờ_đan_mạch;dk
🇩🇲;dominica flag_dm flag_dominica;;cờ_dominica;dm
🇩🇴;dominican_republic flag_do flag_dominican_republic;;cờ_cộng_hòa_dominica;do
🇩🇿;algeria flag_dz flag_algeria;;cờ_algeria;dz
🇪🇦;ceuta_melilla flag_ea flag_ceuta_melilla;;cờ_ceuta_và_melilla;ea
🇪🇨;ecuador flag_ec flag_ecuador;;cờ_ecuador;ec
🇪🇪;estonia flag_ee flag_estonia;;cờ_estonia;ee
🇪🇬;egypt flag_eg flag_egypt;;cờ_ai_cập;eg
🇪🇭;western_sahara flag_eh flag_western_sahara;;cờ_tây_sahara;eh
🇪🇷;eritrea flag_er flag_eritrea;;cờ_eritrea;er
🇪🇸;es flag_es flag_spain;;cờ_tây_ban_nha;es
🇪🇹;ethiopia flag_et flag_ethiopia;;cờ_ethiopia;et
🇪🇺;eu european_union flag_eu flag_european_union;;cờ_liên_minh_châu_âu;eu
🇫🇮;finland flag_fi flag_finland;;cờ_phần_lan;fi
🇫🇯;fiji flag_fj flag_fiji;;cờ_fiji;fj
🇫🇰;falkland_islands flag_fk flag_falkland_islands;;cờ_quần_đảo_falkland;fk
🇫🇲;micronesia flag_fm flag_micronesia;;cờ_micronesia;fm
🇫🇴;faroe_islands flag_fo flag_faroe_islands;;cờ_quần_đảo_faroe;fo
🇫🇷;fr flag_fr flag_france;;cờ_pháp;fr
🇬🇦;gabon flag_ga flag_gabon;;cờ_gabon;ga
🇬🇧;gb uk flag_gb flag_united_kingdom;;cờ_vương_quốc_anh;gb
🇬🇩;grenada flag_gd flag_grenada;;cờ_grenada;gd
🇬🇪;georgia flag_ge flag_georgia;;cờ_georgia;ge
🇬🇫;french_guiana flag_gf flag_french_guiana;;cờ_guiana_thuộc_pháp;gf
🇬🇬;guernsey flag_gg flag_guernsey;;cờ_guernsey;gg
🇬🇭;ghana flag_gh flag_ghana;;cờ_ghana;gh
🇬🇮;gibraltar flag_gi flag_gibraltar;;cờ_gibraltar;gi
🇬🇱;greenland flag_gl flag_greenland;;cờ_greenland;gl
🇬🇲;gambia flag_gm flag_gambia;;cờ_gambia;gm
🇬🇳;guinea flag_gn flag_guinea;;cờ_guinea;gn
🇬🇵;guadeloupe flag_gp flag_guadeloupe;;cờ_guadeloupe;gp
🇬🇶;equatorial_guinea flag_gq flag_equatorial_guinea;;cờ_guinea_xích_đạo;gq
🇬🇷;greece flag_gr flag_greece;;cờ_hy_lạp;gr
🇬🇸;south_georgia_south_sandwich_islands flag_gs flag_south_georgia_south_sandwich_islands;;cờ_nam_georgia_quần_đảo_nam_sandwich;gs
🇬🇹;guatemala flag_gt flag_guatemala;;cờ_guatemala;gt
🇬🇺;guam flag_gu flag_guam;;cờ_guam;gu
🇬🇼;guinea_bissau flag_gw flag_guinea_bissau;;cờ_guinea_bissau;gw
🇬🇾;guyana flag_gy flag_guyana;;cờ_guyana;gy
🇭🇰;hong_kong flag_hk flag_hong_kong_sar_china;;cờ_đặc_khu_hành_chính_hồng_kông_trung_quốc;hk
🇭🇲;heard_mcdonald_islands flag_hm flag_heard_mcdonald_islands;;cờ_quần_đảo_heard_và_mcdonald;hm
🇭🇳;honduras flag_hn flag_honduras;;cờ_honduras;hn
🇭🇷;croatia flag_hr flag_croatia;;cờ_croatia;hr
🇭🇹;haiti flag_ht flag_haiti;;cờ_haiti;ht
🇭🇺;hungary flag_hu flag_hungary;;cờ_hungary;hu
🇮🇨;canary_islands flag_ic flag_canary_islands;;cờ_quần_đảo_canary;ic
🇮🇩;indonesia flag_id flag_indonesia;;cờ_indonesia;id
🇮🇪;ireland flag_ie flag_ireland;;cờ_ireland;ie
🇮🇱;israel flag_il flag_israel;;cờ_israel;il
🇮🇲;isle_of_man flag_im flag_isle_of_man;;cờ_đảo_man;im
🇮🇳;india flag_in flag_india;;cờ_ấn_độ;in
🇮🇴;british_indian_ocean_territory flag_io flag_british_indian_ocean_territory;;cờ_lãnh_thổ_ấn_độ_dương_thuộc_anh;io
🇮🇶;iraq flag_iq flag_iraq;;cờ_iraq;iq
🇮🇷;iran flag_ir flag_iran;;cờ_iran;ir
🇮🇸;iceland flag_is flag_iceland;;cờ_iceland;is
🇮🇹;it flag_it flag_italy;;cờ_italy;it
🇯🇪;jersey flag_je flag_jersey;;cờ_jersey;je
🇯🇲;jamaica flag_jm flag_jamaica;;cờ_jamaica;jm
🇯🇴;jordan flag_jo flag_jordan;;cờ_jordan;jo
🇯🇵;jp flag_jp flag_japan;;cờ_nhật_bản;jp
🇰🇪;kenya flag_ke flag_kenya;;cờ_kenya;ke
🇰🇬;kyrgyzstan flag_kg flag_kyrgyzstan;;cờ_kyrgyzstan;kg
🇰🇭;cambodia flag_kh flag_cambodia;;cờ_campuchia;kh
🇰🇮;kiribati flag_ki flag_kiribati;;cờ_kiribati;ki
🇰🇲;comoros flag_km flag_comoros;;cờ_comoros;km
🇰🇳;st_kitts_nevis flag_kn flag_st_kitts_nevis;;cờ_st_kitts_và_nevis;kn
🇰🇵;north_korea flag_kp flag_north_korea;;cờ_triều_tiên;kp
🇰🇷;kr flag_kr flag_south_korea;;cờ_hàn_quốc;kr
🇰🇼;kuwait flag_kw flag_kuwait;;cờ_kuwait;kw
🇰🇾;cayman_islands flag_ky flag_cayman_islands;;cờ_quần_đảo_cayman;ky
🇰🇿;kazakhstan flag_kz flag_kazakhstan;;cờ_kazakhstan;kz
🇱🇦;laos flag_la flag_laos;;cờ_lào;la
🇱🇧;lebanon flag_lb flag_lebanon;;cờ_li_băng;lb
🇱🇨;st_lucia flag_lc flag_st_lucia;;cờ_st_lucia;lc
🇱🇮;liechtenstein flag_li flag_liechtenstein;;cờ_liechtenstein;li
🇱🇰;sri_lanka flag_lk flag_sri_lanka;;cờ_sri_lanka;lk
🇱🇷;liberia flag_lr flag_liberia;;cờ_liberia;lr
🇱🇸;lesotho flag_ls flag_lesotho;;cờ_lesotho;ls
🇱🇹;lithuania flag_lt flag_lithuania;;cờ_litva;lt
🇱🇺;luxembourg flag_lu flag_luxembourg;;cờ_luxembourg;lu
🇱🇻;latvia flag_lv flag_latvia;;cờ_latvia;lv
🇱🇾;libya flag_ly flag_libya;;cờ_libya;ly
🇲🇦;morocco flag_ma flag_morocco;;cờ_ma_rốc;
🇲🇨;monaco flag_mc flag_monaco;;cờ_monaco;mc
🇲🇩;moldova flag_md flag_moldova;;cờ_moldova;md
🇲🇪;montenegro flag_me flag_montenegro;;cờ_montenegro;me
🇲🇫;st_martin flag_mf flag_st_martin;;cờ_st_martin;mf
🇲🇬;madagascar flag_mg flag_madagascar;;cờ_madagascar;mg
🇲🇭;marshall_islands flag_mh flag_marshall_islands;;cờ_quần_đảo_marshall;mh
🇲🇰;macedonia flag_mk flag_north_macedonia;;cờ_bắc_macedonia;mk
🇲🇱;mali flag_ml flag_mali;;cờ_mali;ml
🇲🇲;myanmar flag_mm flag_myanmar_burma;;cờ_myanmar_miến_điện;mm
🇲🇳;mongolia flag_mn flag_mongolia;;cờ_mông_cổ;mn
🇲🇴;macau flag_mo flag_macao_sar_china;;cờ_đặc_khu_hành_chính_macao_trung_quốc;mo
🇲🇵;northern_mariana_islands flag_mp flag_northern_mariana_islands;;cờ_quần_đảo_bắc_mariana;mp
🇲🇶;martinique flag_mq flag_martinique;;cờ_martinique;mq
🇲🇷;mauritania flag_mr flag_mauritania;;cờ_mauritania;mr
🇲🇸;montserrat flag_ms flag_montserrat;;cờ_montserrat;ms
🇲🇹;malta flag_mt flag_malta;;cờ_malta;mt
🇲🇺;mauritius flag_mu flag_mauritius;;cờ_mauritius;mu
🇲🇻;maldives flag_mv flag_maldives;;cờ_maldives;mv
🇲🇼;malawi flag_mw flag_malawi;;cờ_malawi;mw
🇲🇽;mexico flag_mx flag_mexico;;cờ_mexico;mx
🇲🇾;malaysia flag_my flag_malaysia;;cờ_malaysia;my
🇲🇿;mozambique flag_mz flag_mozambique;;cờ_mozambique;mz
🇳🇦;namibia flag_na flag_namibia;;cờ_namibia;na
🇳🇨;new_caledonia flag_nc flag_new_caledonia;;cờ_new_caledonia;nc
🇳🇪;niger flag_ne flag_niger;;cờ_niger;ne
🇳🇫;norfolk_island flag_nf flag_norfolk_island;;cờ_đảo_norfolk;nf
🇳🇬;nigeria flag_ng flag_nigeria;;cờ_nigeria;ng
🇳🇮;nicaragua flag_ni flag_nicaragua;;cờ_nicaragua;ni
🇳🇱;netherlands flag_nl flag_netherlands;;cờ_hà_lan;nl
🇳🇴;norway flag_no flag_norway;;cờ_na_uy;no
🇳🇵;nepal flag_np flag_nepal;;cờ_nepal;np
🇳🇷;nauru flag_nr flag_nauru;;cờ_nauru;nr
🇳🇺;niue flag_nu flag_niue;;cờ_niue;nu
🇳🇿;new_zealand flag_nz flag_new_zealand;;cờ_new_zealand;nz
🇴🇲;oman flag_om flag_oman;;cờ_oman;om
🇵🇦;panama flag_pa flag_panama;;cờ_panama;pa
🇵🇪;peru flag_pe flag_peru;;cờ_peru;pe
🇵🇫;french_polynesia flag_pf flag_french_polynesia;;cờ_polynesia_thuộc_pháp;pf
🇵🇬;papua_new_guinea flag_pg flag_papua_new_guinea;;cờ_papua_new_guinea;pg
🇵🇭;philippines flag_ph flag_philippines;;cờ_philippines;ph
🇵🇰;pakistan flag_pk flag_pakistan;;cờ_pakistan;pk
🇵🇱;poland flag_pl flag_poland;;cờ_ba_lan;pl
🇵🇲;st_pierre_miquelon flag_pm flag_st_pierre_miquelon;;cờ_saint_pierre_và_miquelon;pm
🇵🇳;pitcairn_islands flag_pn flag_pitcairn_islands;;cờ_quần_đảo_pitcairn;pn
🇵🇷;puerto_rico flag_pr flag_puerto_rico;;cờ_puerto_rico;pr
🇵🇸;palestinian_territories flag_ps flag_palestinian_territories;;cờ_lãnh_thổ_palestine;ps
🇵🇹;portugal flag_pt flag_portugal;;cờ_bồ_đào_nha;pt
🇵🇼;palau flag_pw flag_palau;;cờ_palau;pw
🇵🇾;paraguay flag_py flag_paraguay;;cờ_paraguay;py
🇶🇦;qatar flag_qa flag_qatar;;cờ_qatar;qa
🇷🇪;reunion flag_re flag_réunion;;cờ_réunion;re
🇷🇴;romania flag_ro flag_romania;;cờ_romania;ro
🇷🇸;serbia flag_rs flag_serbia;;cờ_serbia;rs
🇷🇺;ru flag_ru flag_russia;;cờ_nga;ru
🇷🇼;rwanda flag_rw flag_rwanda;;cờ_rwanda;rw
🇸🇦;saudi_arabia flag_sa flag_saudi_arabia;;cờ_ả_rập_xê_út;sa
🇸🇧;solomon_islands flag_sb flag_solomon_islands;;cờ_quần_đảo_solomon;sb
🇸🇨;seychelles flag_sc flag_seychelles;;cờ_seychelles;sc
🇸🇩;sudan flag_sd flag_sudan;;cờ_sudan;sd
🇸🇪;sweden flag_se flag_sweden;;cờ_thụy_điển;se
🇸🇬;singapore flag_sg flag_singapore;;cờ_singapore;sg
🇸🇭;st_helena flag_sh flag_st_helena;;cờ_st_helena;sh
🇸🇮;slovenia flag_si flag_slovenia;;cờ_slovenia;si
🇸🇯;svalbard_jan_mayen flag_sj flag_svalbard_jan_mayen;;cờ_svalbard_và_jan_mayen;sj
🇸🇰;slovakia flag_sk flag_slovakia;;cờ_slovakia;sk
🇸🇱;sierra_leone flag_sl flag_sierra_leone;;cờ_sierra_leone;sl
🇸🇲;san_marino flag_sm flag_san_marino;;cờ_san_marino;sm
🇸🇳;senegal flag_sn flag_senegal;;cờ_senegal;sn
🇸🇴;somalia flag_so flag_somalia;;cờ_somalia;so
🇸🇷;suriname flag_sr flag_suriname;;cờ_suriname;sr
🇸🇸;south_sudan flag_ss flag_south_sudan;;cờ_nam_sudan;ss
🇸🇹;sao_tome_principe flag_st flag_são_tomé_príncipe;;cờ_são_tomé_và_príncipe;st
🇸🇻;el_salvador flag_sv flag_el_salvador;;cờ_el_salvador;sv
🇸🇽;sint_maarten flag_sx flag_sint_maarten;;cờ_sint_maarten;sx
🇸🇾;syria flag_sy flag_syria;;cờ_syria;sy
🇸🇿;swaziland flag_sz flag_eswatini;;cờ_eswatini;sz
🇹🇦;tristan_da_cunha flag_ta flag_tristan_da_cunha;;cờ_tristan_da_cunha;ta
🇹🇨;turks_caicos_islands flag_tc flag_turks_caicos_islands;;cờ_quần_đảo_turks_và_caicos;tc
🇹🇩;chad flag_td flag_chad;;cờ_chad;td
🇹🇫;french_southern_territories flag_tf flag_french_southern_territories;;cờ_lãnh_thổ_phía_nam_thuộc_pháp;tf
🇹🇬;togo flag_tg flag_togo;;cờ_togo;tg
🇹🇭;thailand flag_th flag_thailand;;cờ_thái_lan;th
🇹🇯;tajikistan flag_tj flag_tajikistan;;cờ_tajikistan;tj
🇹🇰;tokelau flag_tk flag_tokelau;;cờ_tokelau;tk
🇹🇱;timor_leste flag_tl flag_timor_leste;;cờ_timor_leste;tl
🇹🇲;turkmenistan flag_tm flag_turkmenistan;;cờ_turkmenistan;tm
🇹🇳;tunisia flag_tn flag_tunisia;;cờ_tunisia;tn
🇹🇴;tonga flag_to flag_tonga;;cờ_tonga;to
🇹🇷;tr flag_tr flag_türkiye;;cờ_thổ_nhĩ_kỳ;tr
🇹🇹;trinidad_tobago flag_tt flag_trinidad_tobago;;cờ_trinidad_và_tobago;tt
🇹🇻;tuvalu flag_tv flag_tuvalu;;cờ_tuvalu;tv
🇹🇼;taiwan flag_tw flag_taiwan;;cờ_đài_loan;tw
🇹🇿;tanzania flag_tz flag_tanzania;;cờ_tanzania;tz
🇺🇦;ukraine flag_ua flag_ukraine;;cờ_ukraina;ua
🇺🇬;uganda flag_ug flag_uganda;;cờ_uganda;ug
🇺🇲;us_outlying_islands flag_um flag_u_s_outlying_islands;;cờ_các_tiểu_đảo_xa_của_hoa_kỳ;um
🇺🇳;united_nations flag_un flag_united_nations;;cờ_liên_hợp_quốc;un
🇺🇸;us flag_us flag_united_states;;cờ_hoa_kỳ;us
🇺🇾;uruguay flag_uy flag_uruguay;;cờ_uruguay;uy
🇺🇿;uzbekistan flag_uz flag_uzbekistan;;cờ_uzbekistan;uz
🇻🇦;vatican_city flag_va flag_vatican_city;;cờ_thành_vatican;va
🇻🇨;st_vincent_grenadines flag_vc flag_st_vincent_grenadines;;cờ_st_vincent_và_grenadines;vc
🇻🇪;venezuela flag_ve flag_venezuela;;cờ_venezuela;ve
🇻🇬;british_virgin_islands flag_vg flag_british_virgin_islands;;cờ_quần_đảo_virgin_thuộc_anh;vg
🇻🇮;us_virgin_islands flag_vi flag_u_s_virgin_islands;;cờ_quần_đảo_virgin_thuộc_hoa_kỳ;vi
🇻🇳;vietnam flag_vn flag_vietnam;;việt_nam cờ_việt_nam;vn
🇻🇺;vanuatu flag_vu flag_vanuatu;;cờ_vanuatu;vu
🇼🇫;wallis_futuna flag_wf flag_wallis_futuna;;cờ_wallis_và_futuna;wf
🇼🇸;samoa flag_ws flag_samoa;;cờ_samoa;ws
🇽🇰;kosovo flag_xk flag_kosovo;;cờ_kosovo;xk
🇾🇪;yemen flag_ye flag_yemen;;cờ_yemen;ye
🇾🇹;mayotte flag_yt flag_mayotte;;cờ_mayotte;yt
🇿🇦;south_africa flag_za flag_south_africa;;cờ_nam_phi;za
🇿🇲;zambia flag_zm flag_zambia;;cờ_zambia;zm
🇿🇼;zimbabwe flag_zw flag_zimbabwe;;cờ_zimbabwe;zw
🏴󠁧󠁢󠁥󠁮󠁧󠁿;england flag_england;gbeng;cờ_anh_quốc;gbeng
🏴󠁧󠁢󠁳󠁣󠁴󠁿;scotland flag_scotland;gbsct;cờ_scotland;gbsct
🏴󠁧󠁢󠁷󠁬󠁳󠁿;wales flag_wales;gbwls;cờ_xứ_wales;gbwls
`.trim();
