#pragma once
#include <string>
#include <string_view>

#include "base/digest.hpp"

/// A small photograph, 32 × 24 px, as a camera's software writes one: JFIF, one scan.
inline std::string a_photo() {
    const auto bytes = base::from_hex(
        "ffd8ffe000104a46494600010100000100010000ffdb008400140e0f120f0d14121012171514181e32211e1c1c1e3d2c2e243249404c"
        "4b47404645505a736250556d5645466488656d777b8182814e608d978c7d96737e817c011517171e1a1e3b21213b7c5346537c7c7c7c"
        "7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7cffc0001108001800"
        "2003012200021101031101ffc401a20000010501010101010100000000000000000102030405060708090a0b10000201030302040305"
        "0504040000017d01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a252627"
        "28292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495"
        "969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3"
        "f4f5f6f7f8f9fa0100030101010101010101010000000000000102030405060708090a0b110002010204040304070504040001027700"
        "0102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a353637"
        "38393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999aa2"
        "a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9faff"
        "da000c03010002110311003f00d1c518a8fed96fff003d3f43542eae4f9ced1cac13d891dab79d68c55d6a674a8fb476b9a78a315930"
        "5cb33a3195ca6e19e4f4cd697db2dffe7a7e86885652df41d5a1ecedadee63e691be652bea314515c5608c9c354246be5a05ce71de9d"
        "9a4a28f30949cad7e87fffd9");
    return {bytes.begin(), bytes.end()};
}

/// The same with a segment (APPn, COM) behind its beginning.
inline std::string photo_with(int marker, std::string_view content) {
    auto photo = a_photo();
    const auto size = content.size() + 2;
    std::string segment = "\xff";
    for (const auto part : {static_cast<std::size_t>(marker), size >> 8U, size & 0xffU}) {
        segment += static_cast<char>(part);
    }
    return photo.insert(2, segment.append(content));
}

/// The same, and it says that it is of another size.
inline std::string photo_of_size(int width, int height) {
    auto photo = a_photo();
    const auto at = photo.find("\xff\xc0") + 5;
    photo[at] = static_cast<char>(height >> 8);
    photo[at + 1] = static_cast<char>(height & 255);
    photo[at + 2] = static_cast<char>(width >> 8);
    photo[at + 3] = static_cast<char>(width & 255);
    return photo;
}
